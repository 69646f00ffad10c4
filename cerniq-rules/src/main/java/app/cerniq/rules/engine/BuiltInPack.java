package app.cerniq.rules.engine;

import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.PackVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.drools.model.Model;

/**
 * The rules that were compiled when this library was built, and the sources they were compiled from. Everything stands
 * at fixed addresses of the class path, so nothing is scanned, and nested or shaded jars read the same as plain ones.
 */
public final class BuiltInPack {

    private static final String MODELS = "/META-INF/kie/app.cerniq/cerniq-rules/drools-model";
    private static final String RULE = "rule \"";

    private BuiltInPack() {}

    /** The name and the hash of the sources of some packages; equal sources, equal version. */
    public static PackVersion version(String name, List<String> drlPackages) {
        var sources = drlPackages.stream().map(BuiltInPack::source).toList();
        return new PackVersion(name + " " + ContentHash.of(sources).brief());
    }

    /** The names of the rules in the source of a package. */
    static Set<String> ruleNames(String drlPackage) {
        return source(drlPackage)
                .lines()
                .filter(line -> line.startsWith(RULE))
                .map(line -> line.substring(RULE.length(), line.lastIndexOf('"')))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The compiled rules of a package; throws {@link IllegalStateException} if the build left them out. */
    static Model model(String drlPackage) {
        var className = read(MODELS)
                .lines()
                .filter(line -> line.startsWith(drlPackage + "."))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No rules were compiled for package " + drlPackage + "."));
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
