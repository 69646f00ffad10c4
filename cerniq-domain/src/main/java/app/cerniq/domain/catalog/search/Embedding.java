package app.cerniq.domain.catalog.search;

import java.util.List;

/**
 * What a text means, as a direction in a space whose axes only its model knows. Only embeddings of one model compare.
 *
 * @param axes 1 to 16,000 finite numbers, not all of them zero
 */
public record Embedding(List<Float> axes) {

    private static final int MOST = 16_000;

    public Embedding {
        axes = List.copyOf(axes);
        if (axes.isEmpty() || axes.size() > MOST) {
            throw new IllegalArgumentException("An embedding has 1 to " + MOST + " axes, not " + axes.size() + ".");
        }
        if (!axes.stream().allMatch(Float::isFinite)) {
            throw new IllegalArgumentException("An axis of an embedding is no finite number.");
        }
        if (axes.stream().allMatch(axis -> axis == 0)) {
            throw new IllegalArgumentException("An embedding without a direction means nothing.");
        }
    }

    public int dimension() {
        return axes.size();
    }

    /** The cosine of the angle between two: 1 where they mean the same, around 0 where they have nothing in common. */
    public double likeness(Embedding other) {
        if (other.dimension() != dimension()) {
            throw new IllegalArgumentException(
                    "An embedding of " + dimension() + " axes does not compare with one of " + other.dimension() + ".");
        }
        var product = 0.0;
        for (var i = 0; i < dimension(); i++) {
            product += (double) axes.get(i) * other.axes.get(i);
        }
        return product / (length() * other.length());
    }

    private double length() {
        return Math.sqrt(axes.stream().mapToDouble(axis -> (double) axis * axis).sum());
    }
}
