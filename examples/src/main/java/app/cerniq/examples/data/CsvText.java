package app.cerniq.examples.data;

import app.cerniq.examples.data.CsvFault.Kind;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;

/**
 * A file as text, or why it is none.
 *
 * @param file as the caller named it
 * @param content without a byte order mark
 */
record CsvText(String file, String content) {

    private static final int LARGEST = 16 * 1024 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    static Either<CsvFault, CsvText> read(Path file) {
        if (Files.isDirectory(file)) {
            return Either.left(unreadable(file, "a directory"));
        }
        try (var bytes = Files.newInputStream(file)) {
            return decoded(file.toString(), bytes);
        } catch (NoSuchFileException missing) {
            return Either.left(unreadable(file, "no such file"));
        } catch (AccessDeniedException denied) {
            return Either.left(unreadable(file, "permission denied"));
        } catch (IOException broken) {
            return Either.left(unreadable(file, broken.toString()));
        }
    }

    /** A file that ships with the program, so that its absence is a broken build. */
    static Either<CsvFault, CsvText> shipped(String name) {
        try (var bytes = Objects.requireNonNull(CsvText.class.getResourceAsStream(name), name)) {
            return decoded(name, bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }

    private static Either<CsvFault, CsvText> decoded(String file, InputStream stream) throws IOException {
        var bytes = stream.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            return Either.left(CsvFault.ofFile(
                    Kind.TOO_LARGE, file, "more than " + LARGEST + " bytes", "at most " + LARGEST + " bytes"));
        }
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            return Either.left(notUtf8(file, bytes, in.position(), result.length()));
        }
        var text = out.flip().toString();
        return Either.right(new CsvText(file, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
    }

    private static CsvFault notUtf8(String file, byte[] bytes, int position, int length) {
        var line = 1;
        for (var i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        var shown = new ArrayList<String>();
        for (var i = position; i < position + length; i++) {
            shown.add(String.format("0x%02X", bytes[i]));
        }
        return CsvFault.ofLine(
                Kind.NOT_UTF_8,
                file,
                line,
                "the bytes " + String.join(" ", shown) + " at offset " + position,
                "UTF-8, which spreadsheets call \"CSV UTF-8\"");
    }

    private static CsvFault unreadable(Path file, String reason) {
        return CsvFault.ofFile(Kind.UNREADABLE, file.toString(), reason, "a readable CSV file");
    }
}
