package app.cerniq.application.catalog.search;

import app.cerniq.application.catalog.search.SearchAnswer.MeaningPart;
import app.cerniq.domain.catalog.search.Embedding;
import app.cerniq.domain.catalog.search.Matches;
import app.cerniq.domain.catalog.search.Matches.Kind;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.search.EmbeddingModel;
import app.cerniq.ports.catalog.search.EmbeddingUnavailable;
import app.cerniq.ports.catalog.search.MatchQuestion;
import app.cerniq.ports.catalog.search.SemanticIndex;
import app.cerniq.ports.catalog.search.SemanticIndex.Learnt;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The part of a search that a model and an index of meanings play, where there are both. */
final class Meaning {

    /** So many of the nearest; what is farther away means something else. */
    private static final int NEAREST = 100;

    /** What was near, and whether anybody could tell. */
    record Near(Matches matches, MeaningPart part) {}

    private final Optional<EmbeddingModel> model;
    private final SemanticIndex index;

    Meaning(Optional<EmbeddingModel> model, SemanticIndex index) {
        this.model = model;
        this.index = index;
    }

    Near near(MatchQuestion question) {
        if (model.isEmpty()) {
            return nothing(MeaningPart.NO_MODEL);
        }
        if (!index.isActive()) {
            return nothing(MeaningPart.NO_INDEX);
        }
        try {
            var meaning = embed(model.get(), List.of(question.text().value())).get(0);
            return new Near(index.nearest(question, meaning, NEAREST), MeaningPart.ACTIVE);
        } catch (EmbeddingUnavailable withoutIt) {
            return nothing(MeaningPart.MODEL_UNAVAILABLE);
        }
    }

    private static Near nothing(MeaningPart why) {
        return new Near(Matches.none(Kind.SEMANTIC), why);
    }

    /** Learns what some goods mean that are not known yet; how many. */
    int learn(TenantId tenant, int most) {
        if (model.isEmpty() || !index.isActive()) {
            return 0;
        }
        var missing = index.missing(tenant, most);
        if (missing.isEmpty()) {
            return 0;
        }
        var meanings = embed(
                model.get(),
                missing.stream().map(SemanticIndex.Description::text).toList());
        index.keep(
                tenant,
                IntStream.range(0, missing.size())
                        .mapToObj(i -> new Learnt(missing.get(i), meanings.get(i)))
                        .toList());
        return missing.size();
    }

    private static List<Embedding> embed(EmbeddingModel model, List<String> texts) {
        var meanings = model.embed(texts);
        if (meanings.size() != texts.size()) {
            throw new IllegalStateException(
                    "The model was asked for " + texts.size() + " texts and answered for " + meanings.size() + ".");
        }
        return meanings;
    }
}
