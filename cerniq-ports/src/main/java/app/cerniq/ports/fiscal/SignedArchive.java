package app.cerniq.ports.fiscal;

import java.util.Arrays;

/** The archive with the invoice and the Ministry's seal: the original that the law wants kept. */
public final class SignedArchive {

    private final byte[] bytes;

    public SignedArchive(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A copy of the archive, byte by byte as ANAF gave it. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedArchive archive && Arrays.equals(bytes, archive.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "signed archive of " + bytes.length + " bytes";
    }
}
