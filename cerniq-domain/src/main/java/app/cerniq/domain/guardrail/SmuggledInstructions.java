package app.cerniq.domain.guardrail;

import java.util.List;
import java.util.Optional;

/** Words that show that a text obeys or repeats instructions that somebody hid in what the model was given. */
public final class SmuggledInstructions {

    /** In plain letters: small, without diacritics, blanks for everything else. */
    private static final List<String> TELL_TALES = List.of(
            "ignore previous instructions",
            "ignore all previous",
            "ignore the above",
            "ignore your instructions",
            "disregard previous",
            "disregard the above",
            "disregard all",
            "forget previous instructions",
            "forget your instructions",
            "as an ai",
            "as a language model",
            "i am an ai language model",
            "large language model",
            "system prompt",
            "system message",
            "developer message",
            "my instructions are",
            "my instructions say",
            "i was instructed to",
            "jailbreak",
            "developer mode",
            "begin system",
            "im start",
            "im end",
            "ignora instructiunile",
            "ignorati instructiunile",
            "ignor instructiunile",
            "ignora toate instructiunile",
            "ignora regulile",
            "ignora tot ce",
            "uita instructiunile",
            "conform noilor instructiuni",
            "conform instructiunilor primite",
            "conform instructiunilor ascunse",
            "instructiunile mele",
            "instructiuni de sistem",
            "promptul de sistem",
            "prompt de sistem",
            "mesajul de sistem",
            "mod dezvoltator",
            "ca model lingvistic",
            "ca model de limbaj",
            "model lingvistic",
            "ca inteligenta artificiala");

    private SmuggledInstructions() {}

    /** The first of them in a text, if any is. */
    public static Optional<String> in(String text) {
        var plain = ' ' + Sentence.plain(text) + ' ';
        return TELL_TALES.stream().filter(words -> plain.contains(' ' + words)).findFirst();
    }
}
