package app.cerniq.benchmarks.reservations;

import app.cerniq.benchmarks.Median;
import app.cerniq.rules.DroolsPolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What holding goods, sweeping and looking cost when more and more reservations have ended: one server for every age,
 * all measured in turn, so that the machine is the same for all. Prints the medians as a table; wanted is a flat curve.
 */
public final class AgeCurve {

    private static final List<String> AGES = List.of("10000", "100000", "1000000");

    private AgeCurve() {}

    /** Takes the number of rounds, five unless told, and the ages, 10,000, 100,000 and 1,000,000 unless told. */
    public static void main(String[] arguments) throws Exception {
        var rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        var ages = arguments.length > 1 ? Stream.of(arguments).skip(1).toList() : AGES;
        var policies = DroolsPolicies.standard();
        var servers = new ArrayList<Aged>();
        try {
            for (var age : ages) {
                servers.add(new Aged(Integer.parseInt(age), policies));
            }
            print(servers, measure(servers, rounds));
        } finally {
            for (var server : servers) {
                server.close();
            }
        }
    }

    /** By server, and then by round. */
    private static List<List<Aged.Cost>> measure(List<Aged> servers, int rounds) throws Exception {
        var costs = new ArrayList<List<Aged.Cost>>();
        for (var server : servers) {
            server.cost(); // warms the compiler up and does not count
            costs.add(new ArrayList<>());
        }
        for (var round = 0; round < rounds; round++) {
            for (var i = 0; i < servers.size(); i++) {
                var cost = servers.get(i).cost();
                costs.get(i).add(cost);
                System.err.println(
                        "round " + (round + 1) + ", " + servers.get(i).past() + ": " + cost);
            }
        }
        return costs;
    }

    private static void print(List<Aged> servers, List<List<Aged.Cost>> costs) {
        System.out.println(
                "| ended reservations | hold and give back | pages | of a product with a tenth of the past | pages"
                        + " | what there is of ten products | pages | sweep 500 | pages |");
        System.out.println("|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (var i = 0; i < servers.size(); i++) {
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %s | %s | %s | %s |%n",
                    servers.get(i).past(),
                    cell(costs, i, Aged.Cost::hold),
                    cell(costs, i, Aged.Cost::holdHot),
                    cell(costs, i, Aged.Cost::positions),
                    cell(costs, i, Aged.Cost::sweep));
        }
    }

    /** Milliseconds and pages, and beside each how much that is of what it costs on the first server, round by round. */
    private static String cell(List<List<Aged.Cost>> costs, int server, Function<Aged.Cost, Aged.Price> what) {
        return cell(costs, server, "%.2f ms", cost -> what.apply(cost).micros() / 1e3) + " | "
                + cell(costs, server, "%.0f", cost -> what.apply(cost).pages());
    }

    private static String cell(List<List<Aged.Cost>> costs, int server, String form, ToDoubleFunction<Aged.Cost> what) {
        var ours = costs.get(server).stream().map(what::applyAsDouble).toList();
        var own = String.format(Locale.ROOT, form, Median.of(ours));
        if (server == 0) {
            return own;
        }
        var first = costs.get(0).stream().map(what::applyAsDouble).toList();
        var ratios = new ArrayList<Double>();
        for (var round = 0; round < ours.size(); round++) {
            ratios.add(ours.get(round) / first.get(round));
        }
        return String.format(
                Locale.ROOT,
                "%s, %.2f of it (%.2f to %.2f)",
                own,
                Median.of(ratios),
                ratios.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }
}
