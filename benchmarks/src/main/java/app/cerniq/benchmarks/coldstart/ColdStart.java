package app.cerniq.benchmarks.coldstart;

import app.cerniq.benchmarks.Median;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts each kind of process over and over, in turn, and measures from just before it is started until it has named the
 * rule that answered. Prints the medians as a table.
 */
public final class ColdStart {

    private static final String ANSWER = "FSM-01 DISCOVERY to PROPOSAL at any time";
    private static final String CERNIQ = "Cerniq";

    /** The part of the class path that a host gets with the rules, by the beginnings of its names. */
    private static final List<String> RUNTIME =
            List.of("cerniq-domain", "cerniq-ports", "cerniq-rules", "drools-", "jspecify", "kie-", "slf4j-", "vavr");

    private final Path target;
    private final Map<String, List<String>> commands = new LinkedHashMap<>();
    private final Map<String, List<Double>> millis = new LinkedHashMap<>();

    private ColdStart(Path target) {
        this.target = target;
    }

    /** Takes the number of rounds, nine unless told, and the folder of the jars, {@code target} unless told. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9;
        var starts = new ColdStart(Path.of(arguments.length > 1 ? arguments[1] : "target"));
        starts.prepare();
        for (var round = 0; round <= rounds; round++) {
            starts.measure(round);
        }
        starts.print();
    }

    private void prepare() throws IOException, InterruptedException {
        var rules = classPath(jars("lib", RUNTIME));
        var compiler = classPath(
                Stream.of(jars("lib", RUNTIME), jars("lib", List.of("mvel2-")), jars("lib-compiler", List.of("")))
                        .flatMap(List::stream)
                        .toList());
        var archive = target.resolve("cold-start.jsa").toString();
        start(java("-XX:ArchiveClassesAtExit=" + archive, "-cp", rules, FirstDecision.class.getName()));
        commands.put("no rules at all", java("-cp", rules, NoRules.class.getName()));
        commands.put(CERNIQ, java("-cp", rules, FirstDecision.class.getName()));
        commands.put(
                "Cerniq, with class-data sharing",
                java("-XX:SharedArchiveFile=" + archive, "-cp", rules, FirstDecision.class.getName()));
        commands.put(
                "the same DRL compiled when it starts",
                java("-cp", compiler, CompiledFirstDecision.class.getName(), "classic"));
        commands.put(
                "the same DRL made an executable model when it starts",
                java("-cp", compiler, CompiledFirstDecision.class.getName(), "executable"));
    }

    private List<Path> jars(String folder, List<String> beginnings) throws IOException {
        try (var files = Files.list(target.resolve(folder))) {
            return files.filter(file ->
                            beginnings.stream().anyMatch(file.getFileName().toString()::startsWith))
                    .sorted()
                    .toList();
        }
    }

    private String classPath(List<Path> jars) {
        return Stream.concat(Stream.of(target.resolve("benchmarks-coldstart.jar")), jars.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> java(String... arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.concat(Stream.of(java), Stream.of(arguments)).toList();
    }

    /** Round 0 fills the page cache and does not count. */
    private void measure(int round) throws IOException, InterruptedException {
        for (var command : commands.entrySet()) {
            var took = start(command.getValue());
            if (round > 0) {
                millis.computeIfAbsent(command.getKey(), title -> new ArrayList<>())
                        .add(took);
            }
        }
    }

    private static double start(List<String> command) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var line = output.readLine();
            var took = (System.nanoTime() - begin) / 1e6;
            if (!ANSWER.equals(line) || process.waitFor() != 0) {
                throw new IllegalStateException(command + " answered " + line + ".");
            }
            return took;
        }
    }

    private void print() {
        var cerniq = Median.of(millis.getOrDefault(CERNIQ, List.of()));
        System.out.println("| from nothing to the first decision | ms (median) | fastest | slowest | Cerniq takes |");
        System.out.println("|---|--:|--:|--:|--:|");
        millis.forEach((title, all) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %.2f of it |%n",
                title,
                Median.of(all),
                all.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                all.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                cerniq / Median.of(all)));
    }
}
