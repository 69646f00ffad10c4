package app.cerniq.domain.guardrail.reading;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of the greatest length that do nothing but repeat what is hardest to read. Reading them ends, and drops no digit. */
class HostileTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 ",
                "o mie ",
                "1.",
                "1-",
                "două ",
                "1 și ",
                "a",
                "1a",
                "1x",
                "garanție ",
                "livrare ",
                "(",
                "1/",
                "½",
                "douăzecișicinci",
                "NPK 20-20-",
                "TVA ",
                "\n1. ",
                "virgulă cinci ",
                "cel mai ",
                "AgroMa",
                "ING-UREE-4",
                "\u200B",
                "ab12-",
                "1 uree ",
                "Uree 1 lei ",
                "disponibil uree ",
                "\uD800",
                "\uFDFA",
                "1e9"
            })
    void a_long_text_of_one_thing_is_read(String part) {
        var text = part.repeat(ClaimReader.LONGEST / part.length());

        ClosedWorldTest.everyDigitIsCovered(text, Shelf.read(text));
    }
}
