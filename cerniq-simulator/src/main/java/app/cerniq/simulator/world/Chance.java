package app.cerniq.simulator.world;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** All chance of a simulation comes out of these; the same seed gives the same answers to the same questions. */
public final class Chance {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    /** The chance of one step of a seed: it does not depend on the steps before, so that some can be left out. */
    public static Chance of(long seed, long step) {
        return new Chance(new SplittableRandom(seed * GOLDEN + step * 0xD1B54A32D192ED03L).split());
    }

    /** Chance for something inside, which leaves this one where it was but for one draw. */
    public Chance inside() {
        return new Chance(random.split());
    }

    /** 0 to one less than {@code bound}, which is 1 or more. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** {@code least} to {@code most}, both included. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Whether something happens that happens so often in a hundred. */
    public boolean percent(int often) {
        return random.nextInt(100) < often;
    }

    /** Whether something happens that happens so often in ten thousand. */
    public boolean perTenThousand(int often) {
        return often > 0 && random.nextInt(10_000) < often;
    }

    /** One of these; at least one. */
    public <T> T of(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** From nothing to a duration, to the second. */
    public Duration upTo(Duration most) {
        return Duration.ofSeconds(random.nextLong(most.toSeconds() + 1));
    }
}
