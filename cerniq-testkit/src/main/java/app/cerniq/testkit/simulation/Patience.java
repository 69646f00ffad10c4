package app.cerniq.testkit.simulation;

import app.cerniq.ports.shared.StorageUnavailable;
import java.util.function.Supplier;

/** Asks again until somebody answers: a read that the world interrupts can always be repeated. */
final class Patience {

    private Patience() {}

    static <T> T keep(int attempts, Supplier<T> question) {
        for (var attempt = 1; ; attempt++) {
            try {
                return question.get();
            } catch (StorageUnavailable died) {
                if (attempt == attempts) {
                    throw died;
                }
                Thread.onSpinWait();
            }
        }
    }
}
