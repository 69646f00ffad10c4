package app.cerniq.examples.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Which Cerniq this is, and what it runs on. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "cerniq " + Objects.requireNonNullElse(version, "(not packaged)"),
            "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch")
        };
    }
}
