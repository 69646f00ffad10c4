package app.cerniq.examples.cli;

/** What a command tells the shell. */
public final class ExitCode {

    public static final int OK = 0;
    /** The world failed, or something that must always hold did not. */
    public static final int FAILED = 1;
    /** The command line or a file it names cannot be used. */
    public static final int BAD_INPUT = 2;

    private ExitCode() {}
}
