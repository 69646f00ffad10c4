package app.cerniq.ports.conversation;

import app.cerniq.domain.runtime.failure.Outcome;

/**
 * Something that writes texts. Nothing that it says is believed: every text is examined before it leaves. Asking costs
 * money and has no other effect, so a question without an answer may be asked again, of this model or another.
 */
public interface LanguageModel {

    /** Its name, as it is kept with what it wrote; 1 to 100 characters, for example {@code grok-4}. */
    String name();

    /** An answer, or why there is none. Never called in a transaction. */
    Outcome<ModelAnswer> ask(ModelRequest request);
}
