package app.cerniq.application.catalog;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.catalog.CatalogRefusal;
import app.cerniq.ports.catalog.Catalogue;
import app.cerniq.ports.catalog.CatalogueCommit;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** How every change of the catalogue runs: read, decide, keep; and again where somebody else was faster. */
final class Changing {

    private static final int ATTEMPTS = 10;

    private final Catalogue catalogue;

    Changing(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What was decided.
     *
     * @param answer what the caller is told once it is kept
     * @param commit what is to be kept
     */
    record Decided<T>(T answer, CatalogueCommit commit) {}

    /** Decides on what is there and keeps it; a decision that was overtaken is taken anew. */
    <R, T> Either<R, T> change(Function<CatalogRefusal, R> refusing, Supplier<Either<R, Decided<T>>> decide) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var decided = decide.get();
            if (decided.isLeft()) {
                return left(decided.getLeft());
            }
            var commit = decided.get().commit();
            switch (catalogue.commit(commit)) {
                case STORED -> {
                    return right(decided.get().answer());
                }
                case UNKNOWN_TENANT -> {
                    return left(refusing.apply(new CatalogRefusal.UnknownTenant(commit.tenant())));
                }
                case STALE -> {} // decide again on what somebody else has left
            }
        }
        throw new IllegalStateException("Others changed the same part of the catalogue " + ATTEMPTS + " times.");
    }

    <T> Either<CatalogRefusal, T> change(Supplier<Either<CatalogRefusal, Decided<T>>> decide) {
        return change(Function.identity(), decide);
    }

    /** What was asked for, if it is there. */
    static <T> Either<CatalogRefusal, T> known(Optional<T> found, String what, Object code) {
        return found.<Either<CatalogRefusal, T>>map(Either::right)
                .orElseGet(() -> left(new CatalogRefusal.Unknown(what, code.toString())));
    }

    /** Nothing, if nothing has the code yet. */
    static Either<CatalogRefusal, Boolean> free(boolean isTaken, String what, Object code) {
        return isTaken ? left(new CatalogRefusal.CodeTaken(what, code.toString())) : right(true);
    }

    /** What was read, if it has not changed since the caller read it. */
    static <T> Either<CatalogRefusal, T> current(T found, String what, long expected, long actual) {
        return expected == actual ? right(found) : left(new CatalogRefusal.StaleRevision(what, expected, actual));
    }
}
