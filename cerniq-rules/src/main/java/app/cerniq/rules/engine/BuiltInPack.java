package app.cerniq.rules.engine;

import app.cerniq.domain.shared.PackVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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

    private final Map<String, String> sources;
    private final PackVersion version;

    private BuiltInPack(Map<String, String> sources, PackVersion version) {
        this.sources = sources;
        this.version = version;
    }

    /**
     * Reads the pack that is made of some DRL packages.
     *
     * @throws IllegalStateException if the jar lacks one of them
     */
    public static BuiltInPack of(String name, List<String> drlPackages) {
        var sources = new LinkedHashMap<String, String>();
        var checksum = new CRC32();
        for (var drlPackage : drlPackages) {
            var source = read("/" + drlPackage.replace('.', '/') + ".drl");
            sources.put(drlPackage, source);
            checksum.update(source.getBytes(StandardCharsets.UTF_8));
        }
        var digits = Long.toHexString(checksum.getValue() | 1L << Integer.SIZE).substring(1);
        return new BuiltInPack(sources, new PackVersion(name + " " + digits));
    }

    /** The name and the checksum of the sources; equal sources, equal version. */
    public PackVersion version() {
        return version;
    }

    /**
     * The rules of one of the packages, ready to be asked.
     *
     * @throws IllegalStateException if the build left the package, or one of its rules, out
     */
    public <Q extends Record, O> RuleBook<Q, O> book(String drlPackage, Supplier<? extends Findings<O>> findings) {
        var book = new RuleBook<Q, O>(model(drlPackage), version, findings);
        var written = ruleNames(drlPackage);
        if (!book.ruleNames().equals(written)) {
            throw new IllegalStateException("Package " + drlPackage + " was written with the rules " + written
                    + " but compiled with " + book.ruleNames() + ".");
        }
        return book;
    }

    private Set<String> ruleNames(String drlPackage) {
        var source = sources.getOrDefault(drlPackage, "");
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
