package app.cerniq.ports.catalog.search;

/** The model did not answer, or not in time. Asking again later may help. */
public final class EmbeddingUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EmbeddingUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
