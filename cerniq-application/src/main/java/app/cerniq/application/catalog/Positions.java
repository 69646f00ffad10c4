package app.cerniq.application.catalog;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.catalog.CatalogRefusal;
import io.vavr.control.Either;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where each name stood first in what is brought in. */
final class Positions {

    private final Map<Object, Integer> first = new HashMap<>();
    private int next = 1;

    /** Nothing, if the name is new here; a refusal that names both positions otherwise. Positions count from 1. */
    Either<CatalogRefusal, Boolean> once(String what, Object code) {
        return at(next++, what, code);
    }

    Either<CatalogRefusal, Boolean> at(int position, String what, Object code) {
        var before = first.putIfAbsent(code, position);
        return before == null
                ? right(true)
                : left(new CatalogRefusal.NamedTwice(what, code.toString(), List.of(before, position)));
    }
}
