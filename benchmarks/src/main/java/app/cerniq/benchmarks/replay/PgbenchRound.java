package app.cerniq.benchmarks.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The same without the library: pgbench, prepared and pipelined, on the same server. */
final class PgbenchRound {

    private static final Pattern DONE = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final Pattern SPEED = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

    private final DurablePostgres postgres;
    private final PgbenchScript script;
    private final Path file;
    private final String pgbench;

    PgbenchRound(DurablePostgres postgres, PgbenchScript script) throws IOException {
        this.postgres = postgres;
        this.script = script;
        this.file = Files.writeString(Files.createTempFile("replay", ".pgbench"), script.text());
        file.toFile().deleteOnExit();
        this.pgbench = find();
    }

    /** The newest of those that Debian installs, or the one on the path; version 14 or newer knows pipelines. */
    private static String find() throws IOException {
        var debian = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(debian)) {
            return "pgbench";
        }
        try (Stream<Path> versions = Files.list(debian)) {
            return versions.map(version -> version.resolve("bin/pgbench"))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder())
                    .map(Path::toString)
                    .orElse("pgbench");
        }
    }

    /** Commands a second, without the time it takes to connect. */
    Speed run(Round round) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command(round)).redirectErrorStream(true);
        builder.environment().put("PGOPTIONS", DurablePostgres.OPTIONS);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
        return new Speed(Long.parseLong(find(DONE, output)), Double.parseDouble(find(SPEED, output)));
    }

    private List<String> command(Round round) {
        var command = new ArrayList<>(List.of(
                pgbench,
                "--host=localhost",
                "--port=" + postgres.port(),
                "--username=" + DurablePostgres.USER,
                "--protocol=prepared",
                "--no-vacuum",
                "--client=" + round.clients(),
                "--jobs=" + Math.min(round.clients(), Runtime.getRuntime().availableProcessors()),
                "--time=" + round.length().toSeconds(),
                "--file=" + file));
        define(command, script.variables());
        define(
                command,
                Map.of(
                        "run", Integer.toString(round.number()),
                        "first", Long.toString(round.first()),
                        "deals", Integer.toString(round.deals()),
                        "start", Long.toString(round.version()),
                        "seq", "-1"));
        command.add(DurablePostgres.DATABASE);
        return command;
    }

    private static void define(List<String> command, Map<String, String> variables) {
        variables.forEach((name, value) -> command.add("--define=" + name + "=" + value));
    }

    private static String find(Pattern pattern, String output) {
        var matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException(output);
        }
        return matcher.group(1);
    }
}
