package app.cerniq.benchmarks;

import java.util.List;

/** The middle of several rounds: one round on a busy machine does not move it. */
public final class Median {

    private Median() {}

    /** The middle value; of an even number, the mean of the two in the middle. */
    public static double of(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
