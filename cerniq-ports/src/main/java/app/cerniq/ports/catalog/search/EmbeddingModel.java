package app.cerniq.ports.catalog.search;

import app.cerniq.domain.catalog.search.Embedding;
import java.util.List;

/** Tells what texts mean. Hosts bring it, most of them from a partner over the network; it is never asked in a transaction. */
public interface EmbeddingModel {

    /**
     * What each text means, in the same order and always in as many axes.
     *
     * @throws EmbeddingUnavailable where the partner does not answer; a search then goes on without meaning
     */
    List<Embedding> embed(List<String> texts);
}
