package app.cerniq.domain.guardrail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.Span;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a text is, reading it ends, and no figure in it is outside every claim. */
class ClosedWorldTest {

    @Property(tries = 3000)
    void any_text_is_read(@ForAll String text) {
        var claims = Shelf.read(text);

        wellPlaced(text, claims);
        everyDigitIsCovered(text, claims);
    }

    @Property(tries = 6000)
    void a_text_of_words_digits_and_signs_is_read_with_every_digit(@ForAll("salad") String text) {
        var claims = Shelf.read(text);

        wellPlaced(text, claims);
        everyDigitIsCovered(text, claims);
        figuresDoNotOverlap(text, claims);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tel. 0722 123 456",
                "ora 10:30",
                "2 produse",
                "sute de clienți",
                "thousands of farmers",
                "2+1 gratis",
                "24/7",
                "al doilea la jumătate",
                "a third of the price",
                "o treime din preț",
                "anul 2027",
                "IBAN RO49AAAA1B31007593840000",
                "2.4OO lei",
                "l5%",
                "10² lei",
                "① sac",
                "Ⅻ saci",
                "五 saci",
                "XV lei",
                "2\u20E34\u20E3 lei",
                "1,2,3.4 lei",
                "123.456.7 lei",
                "1.234.56 lei",
                "0.000.001 t",
                "99999999999999999999999 lei",
                "101%",
                "2,555 %",
                "0 t",
                "2,5 saci",
                "31.02.2027",
                "20 de bidoane",
                "doi patru zero zero lei",
                "cinci",
                "twenty",
                "cele două produse"
            })
    void what_nobody_understands_is_said_to_be_unread(String text) {
        var claims = Shelf.read(text);

        assertThat(claims).as(text).isNotEmpty();
        everyDigitIsCovered(text, claims);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bună ziua! Cu ce vă pot ajuta?",
                "O zi bună vă doresc!",
                "Aveți un minut?",
                "This one is a good one.",
                "Mulțumim, revenim cu o ofertă nouă.",
                "Mie mi se pare în regulă.",
                "a, b și c",
                "",
                "   ",
                "\n\n"
            })
    void small_talk_claims_nothing(String text) {
        assertThat(Shelf.read(text)).isEmpty();
    }

    @Test
    void the_numbers_of_a_list_are_no_claims() {
        var claims = Shelf.read("1. Uree\n2) Porumb\n3. 100 de saci");

        assertThat(claims).filteredOn(Claim.Unread.class::isInstance).isEmpty();
        assertThat(claims).filteredOn(Claim.Goods.class::isInstance).hasSize(1);
    }

    @Test
    void a_number_pulled_apart_at_the_beginning_of_a_line_is_no_list() {
        var text = "Prețul:\n1. 234 lei";

        assertThat(Shelf.all(Claim.Unread.class, text)).hasSize(1);
    }

    @Test
    void a_text_that_is_too_long_is_one_thing_that_nobody_read() {
        var text = "Da. ".repeat(2501);

        assertThat(Shelf.read(text))
                .singleElement()
                .isInstanceOf(Claim.Unread.class)
                .extracting(Claim::span)
                .isEqualTo(new Span(0, text.length()));
    }

    private static void wellPlaced(String text, List<Claim> claims) {
        assertThat(claims).isSortedAccordingTo((one, other) -> one.span().compareTo(other.span()));
        assertThat(claims).allSatisfy(claim -> assertThat(claim.span().end()).isLessThanOrEqualTo(text.length()));
    }

    static void everyDigitIsCovered(String text, List<Claim> claims) {
        var covered = new boolean[text.length()];
        claims.forEach(claim -> java.util.Arrays.fill(
                covered, claim.span().begin(), claim.span().end(), true));
        for (int at = 0; at < text.length(); at++) {
            if (Character.isDigit(text.charAt(at)) && !covered[at] && !numbersAList(text, at)) {
                throw new AssertionError("The digit at " + at + " of «" + text + "» is in no claim: " + claims);
            }
        }
    }

    /** At most two digits, then "." or ")" and a blank, with nothing but blanks and emphasis before them in the line. */
    private static boolean numbersAList(String text, int digit) {
        var begin = digit;
        while (begin > 0 && invisibleOrDigit(text.charAt(begin - 1))) {
            begin--;
        }
        var line = begin;
        while (line > 0 && blank(text.charAt(line - 1))) {
            line--;
        }
        var starts = line == 0 || lineBreak(text.charAt(line - 1));
        var end = digit;
        while (end < text.length() && invisibleOrDigit(text.charAt(end))) {
            end++;
        }
        return starts && end < text.length() && ".)．）。·․".indexOf(text.charAt(end)) >= 0;
    }

    private static boolean blank(char c) {
        return (Character.isSpaceChar(c) && !lineBreak(c))
                || c == '*'
                || c == '_'
                || c == '~'
                || c == '\t'
                || c == '\r'
                || invisible(c);
    }

    private static boolean lineBreak(char c) {
        return c == '\n' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static boolean invisibleOrDigit(char c) {
        return Character.isDigit(c) || invisible(c);
    }

    private static boolean invisible(char c) {
        var type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || (type == Character.CONTROL && !lineBreak(c) && c != '\t');
    }

    private static void figuresDoNotOverlap(String text, List<Claim> claims) {
        var figures = claims.stream()
                .filter(claim -> !(claim instanceof Claim.Phrase))
                .map(Claim::span)
                .toList();
        for (int i = 1; i < figures.size(); i++) {
            if (figures.get(i - 1).overlaps(figures.get(i))) {
                throw new AssertionError("Two figures overlap in «" + text + "»: " + claims);
            }
        }
    }

    @Provide
    Arbitrary<String> salad() {
        var word = Arbitraries.of(
                "uree",
                "Uree 46% N",
                "NPK 20-20-0",
                "ING-UREE-46",
                "P9911",
                "lei",
                "RON",
                "€",
                "$",
                "%",
                "la",
                "sută",
                "mii",
                "mie",
                "o",
                "un",
                "doi",
                "douăzeci",
                "și",
                "jumătate",
                "virgulă",
                "cinci",
                "half",
                "a",
                "dozen",
                "hundred",
                "and",
                "twenty",
                "t",
                "kg",
                "saci",
                "pe",
                "/",
                "-",
                "x",
                "=",
                "+",
                ".",
                ",",
                ":",
                "1",
                "2",
                "15",
                "400",
                "1.234,56",
                "2027",
                "15.03.2027",
                "martie",
                "mai",
                "luni",
                "zile",
                "săptămâna",
                "viitoare",
                "mâine",
                "TVA",
                "fără",
                "total",
                "\n",
                "\t",
                "|",
                "\u00A0",
                "\u200B",
                "\u00AD",
                "½",
                "²",
                "٣",
                "e",
                "k",
                "mil",
                "de",
                "avem",
                "nu",
                "stoc",
                "gratuit",
                "livrare",
                "garanție",
                "100",
                "satisfacție",
                "AgroMax",
                "1.",
                "2)",
                "'",
                "*",
                "ABC-12",
                "ab1",
                "suta");
        var gap = Arbitraries.of(" ", " ", " ", "", "\n");
        return net.jqwik.api.Combinators.combine(word, gap)
                .as((one, space) -> one + space)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }
}
