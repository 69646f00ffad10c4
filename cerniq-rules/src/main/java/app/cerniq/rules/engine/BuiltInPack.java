package app.cerniq.rules.engine;

import app.cerniq.domain.shared.PackVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.drools.model.Model;

/**
 * The rules that were compiled when this library was built, and the sources they were compiled from. Everything stands
 * at fixed addresses of the class path, so nothing is scanned, and nested or shaded jars read the same as plain ones.
 *
 * <p>A process that is asked one question pays for all of this class, hence plain loops and no cryptography.
 */
public final class BuiltInPack {

    private static final String MODELS = "/META-INF/kie/app.cerniq/cerniq-rules/drools-model";
    private static final String RULE = "\nrule \"";

    private BuiltInPack() {}

    /** The name of the pack and the checksum of its sources, in the order given; equal sources, equal version. */
    public static PackVersion version(String name, List<String> drlPackages) {
        var checksum = new CRC32();
        for (var drlPackage : drlPackages) {
            checksum.update(source(drlPackage).getBytes(StandardCharsets.UTF_8));
        }
        return new PackVersion(name + " " + Long.toHexString(checksum.getValue() | 1L << 32).substring(1));
    }

    /** The names of the rules in the source of a package. */
    static Set<String> ruleNames(String drlPackage) {
        var source = source(drlPackage);
        var names = new HashSet<String>();
        for (var rule = source.indexOf(RULE); rule >= 0; rule = source.indexOf(RULE, rule + 1)) {
            var start = rule + RULE.length();
            names.add(source.substring(start, source.indexOf('"', start)));
        }
        return names;
    }

    /** The compiled rules of a package; throws {@link IllegalStateException} if the build left them out. */
    static Model model(String drlPackage) {
        var models = read(MODELS) + "\n";
        var start = models.indexOf("\n" + drlPackage + ".") + 1;
        if (start == 0) {
            throw new IllegalStateException("No rules were compiled for package " + drlPackage + ".");
        }
        var className = models.substring(start, models.indexOf('\n', start)).strip();
        try {
            return Class.forName(className)
                    .asSubclass(Model.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("The rules of package " + drlPackage + " cannot be loaded.", broken);
        }
    }

    private static String source(String drlPackage) {
        return read("/" + drlPackage.replace('.', '/') + ".drl");
    }

    private static String read(String address) {
        try (var stream = BuiltInPack.class.getResourceAsStream(address)) {
            if (stream == null) {
                throw new IllegalStateException("This build contains no compiled rules: " + address + " is missing.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
