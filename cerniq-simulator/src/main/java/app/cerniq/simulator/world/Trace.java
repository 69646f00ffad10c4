package app.cerniq.simulator.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** What happened, line by line: the last lines as they are, all of them as a hash. */
public final class Trace {

    private final int kept;
    private final Consumer<String> listener;
    private final Deque<String> last = new ArrayDeque<>();
    private final MessageDigest digest = sha256();

    /** @param kept how many lines are kept, 1 or more */
    Trace(int kept, Consumer<String> listener) {
        this.kept = kept;
        this.listener = listener;
    }

    void add(String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        listener.accept(line);
        if (last.size() == kept) {
            last.removeFirst();
        }
        last.addLast(line);
    }

    /** The last lines, oldest first. */
    public List<String> lines() {
        return List.copyOf(last);
    }

    /** The hash of all lines; equal where everything that was said is equal. To be asked once, at the end. */
    public String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("Every Java platform has SHA-256.", broken);
        }
    }
}
