package app.cerniq.application.runtime.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped alert rules and the shipped dashboard speak of metrics that there are. */
class ObservabilityFilesTest {

    private static final Pattern METRIC = Pattern.compile("cerniq_[a-z_]+");
    private static final Pattern EXPRESSION = Pattern.compile("expr: (\\|\\n(?: {10,}.*\\n)+|.*)");

    private static final Set<String> KNOWN =
            Arrays.stream(Measure.values()).flatMap(Measure::inPrometheus).collect(Collectors.toSet());

    @Test
    void every_alert_asks_for_metrics_that_there_are() {
        var asked = metrics(EXPRESSION.matcher(shipped("alerts.yml")).results().map(found -> found.group(1)));

        assertThat(asked).isNotEmpty().isSubsetOf(KNOWN);
    }

    @Test
    void every_panel_asks_for_metrics_that_there_are() throws IOException {
        var asked = metrics(panels().flatMap(panel -> nodes(panel.path("targets")))
                .map(target -> target.path("expr").asText()));

        assertThat(asked).isNotEmpty().isSubsetOf(KNOWN);
    }

    @Test
    void every_metric_is_on_the_dashboard() throws IOException {
        var shown = metrics(panels().flatMap(panel -> nodes(panel.path("targets")))
                .map(target -> target.path("expr").asText()));

        assertThat(Measure.values())
                .allSatisfy(measure ->
                        assertThat(measure.inPrometheus()).as(measure.id()).anyMatch(shown::contains));
    }

    @Test
    void the_guide_lists_every_metric_as_it_is() throws IOException {
        var guide = Files.readString(Path.of("..", "docs", "observability.md"));

        var rows =
                Arrays.stream(Measure.values()).map(ObservabilityFilesTest::row).collect(Collectors.joining("\n"));
        assertThat(guide).contains("|---|---|---|---|\n" + rows + "\n<!-- /measures -->");
    }

    private static String row(Measure measure) {
        var labels = measure.labels().isEmpty()
                ? "–"
                : measure.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s |"
                .formatted(measure.id(), measure.kind().name().toLowerCase(Locale.ROOT), labels, measure.meaning());
    }

    @Test
    void no_two_panels_have_the_same_id_or_lie_on_one_another() throws IOException {
        var ids = panels().map(panel -> panel.path("id").asInt()).toList();
        var places = panels().map(panel -> panel.path("gridPos").path("x") + "/"
                        + panel.path("gridPos").path("y"))
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(places).doesNotHaveDuplicates();
    }

    @Test
    void prometheus_accepts_the_rules_and_fires_as_told(@TempDir Path folder) throws Exception {
        var promtool = promtool();
        assumeTrue(promtool.isPresent(), "promtool is neither on the PATH nor named by -Dcerniq.promtool");
        Files.writeString(folder.resolve("alerts.yml"), shipped("alerts.yml"));
        Files.writeString(folder.resolve("alerts-test.yml"), text(TelemetryTest.class.getResource("alerts-test.yml")));

        assertThat(run(folder, promtool.get(), "check", "rules", "alerts.yml")).contains("SUCCESS");
        assertThat(run(folder, promtool.get(), "test", "rules", "alerts-test.yml"))
                .contains("SUCCESS");
    }

    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static Optional<String> promtool() {
        var named = Optional.ofNullable(System.getProperty("cerniq.promtool")).stream();
        var onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "promtool").toString());
        return Stream.concat(named, onPath)
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
    }

    private static Set<String> metrics(Stream<String> expressions) {
        return expressions
                .flatMap(expression -> METRIC.matcher(expression).results())
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> panels() throws IOException {
        return nodes(new ObjectMapper().readTree(shipped("dashboard.json")).path("panels"));
    }

    private static Stream<JsonNode> nodes(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String shipped(String name) {
        return text(Measure.class.getResource("/META-INF/cerniq/observability/" + name));
    }

    private static String text(java.net.URL resource) {
        try (var in = resource.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
