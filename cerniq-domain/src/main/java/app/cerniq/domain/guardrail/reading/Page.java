package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.guardrail.Claim.Use;
import app.cerniq.domain.guardrail.Span;
import app.cerniq.domain.shared.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text that is being read: its tokens, the clauses, lines and sentences they stand in, and the goods that are named.
 *
 * <p>A clause ends at a comma and a conjunction; a sentence at a full stop and a semicolon; a line where it is broken. A pause
 * is a comma or anything that ends more.
 */
final class Page {

    private static final Set<String> CONJUNCTIONS =
            Set.of("si", "iar", "sau", "dar", "and", "or", "but", "while", "respectiv");

    private static final Set<String> ROMANIAN = Set.of(
            "am",
            "asadar",
            "avem",
            "bucati",
            "buna",
            "ca",
            "comanda",
            "conform",
            "cu",
            "cum",
            "de",
            "din",
            "doamna",
            "domnule",
            "dumneavoastra",
            "este",
            "fara",
            "hectare",
            "kilograme",
            "la",
            "lei",
            "litri",
            "litru",
            "livrare",
            "mai",
            "multumesc",
            "multumim",
            "ne",
            "noi",
            "nu",
            "oferim",
            "oferta",
            "pe",
            "pentru",
            "pret",
            "pretul",
            "putem",
            "ramane",
            "sa",
            "sac",
            "saci",
            "sau",
            "si",
            "stoc",
            "sunt",
            "tona",
            "tone",
            "un",
            "uree",
            "ureea",
            "va",
            "vom",
            "zile",
            "ziua");
    private static final Set<String> ENGLISH = Set.of(
            "and",
            "are",
            "as",
            "at",
            "bags",
            "be",
            "by",
            "can",
            "confirmed",
            "days",
            "delivery",
            "each",
            "for",
            "from",
            "have",
            "hectares",
            "if",
            "is",
            "it",
            "kilograms",
            "litre",
            "litres",
            "makes",
            "metric",
            "not",
            "of",
            "offer",
            "only",
            "or",
            "our",
            "per",
            "please",
            "price",
            "so",
            "stock",
            "thank",
            "thanks",
            "that",
            "the",
            "this",
            "to",
            "tonne",
            "tonnes",
            "tons",
            "we",
            "will",
            "with",
            "you",
            "your");
    /** How many tokens away a word may still say what a figure is for. */
    private static final int FARTHEST = 14;

    private static final Set<String> ABBREVIATIONS =
            Set.of("excl", "incl", "aprox", "cca", "nr", "art", "tel", "max", "min", "dl", "dna");

    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final String text;
    private final Tokens tokens;
    private final Lexicon lexicon;
    private final Columns columns;
    private final Currency home;
    private final LocalDate today;
    private final @Nullable Mention[] mentions;
    private final int[] clauses;
    private final int[] pauses;
    private final int[] sentences;
    private final int[] lines;

    private boolean currencyKnown;
    private @Nullable Currency currency;
    private int language = UNKNOWN;

    Page(String text, Lexicon lexicon, LocalDate today, Currency home) {
        this.home = home;
        this.text = text;
        this.tokens = Tokens.of(text);
        this.lexicon = lexicon;
        this.columns = new Columns(text, tokens);
        this.today = today;
        this.mentions = new Mention[tokens.size()];
        this.clauses = new int[tokens.size()];
        this.pauses = new int[tokens.size()];
        this.sentences = new int[tokens.size()];
        this.lines = new int[tokens.size()];
        parts();
        mentions();
    }

    private void parts() {
        var clause = 0;
        var sentence = 0;
        var line = 0;
        var pause = 0;
        for (int at = 0; at < tokens.size(); at++) {
            var token = tokens.at(at);
            if (token.startsLine()) {
                line++;
                sentence++;
                clause++;
                pause++;
            } else if (CONJUNCTIONS.contains(token.text()) && !withinNumber(at)) {
                clause++;
            }
            clauses[at] = clause;
            pauses[at] = pause;
            sentences[at] = sentence;
            lines[at] = line;
            if (token.kind() == Token.Kind.MARK && !tokens.at(at + 1).glued()) {
                var mark = token.text().charAt(0);
                if (mark == ',') {
                    clause++;
                    pause++;
                } else if (mark == ';' || (mark == '.' && !abbreviation(at)) || mark == '!' || mark == '?') {
                    sentence++;
                    clause++;
                    pause++;
                }
            }
        }
    }

    /** "douăzeci și cinci": parts no clauses. */
    private boolean withinNumber(int at) {
        var before = NumberWords.of(tokens.at(at - 1));
        return before != null && before.kind() == NumberWords.Kind.TENS && NumberWords.of(tokens.at(at + 1)) != null;
    }

    /** A full stop after a word of at most three letters with a small letter after it ends no sentence: "buc. de". */
    private boolean abbreviation(int dot) {
        var before = tokens.at(dot - 1);
        var after = tokens.at(dot + 1);
        if (ABBREVIATIONS.contains(before.text())) {
            return true;
        }
        return before.word()
                && before.text().length() <= 3
                && after.word()
                && Character.isLowerCase(text.charAt(after.begin()));
    }

    private void mentions() {
        for (int at = 0; at < tokens.size(); ) {
            var code = lexicon.codes().at(tokens, at);
            var name = lexicon.names().at(tokens, at);
            var mention = code != null && (name == null || code.end() >= name.end()) ? code : name;
            if (mention == null) {
                at++;
            } else {
                mentions[at] = mention;
                at = mention.end();
            }
        }
    }

    Tokens tokens() {
        return tokens;
    }

    Columns columns() {
        return columns;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    LocalDate today() {
        return today;
    }

    @Nullable
    Mention mention(int at) {
        return mentions[at];
    }

    /** Whether a token is part of a name of goods. */
    boolean named(int at) {
        for (int i = at; i >= 0 && at - i < 24; i--) {
            var mention = mentions[i];
            if (mention != null) {
                return mention.end() > at;
            }
        }
        return false;
    }

    boolean sameSentence(int one, int other) {
        return one >= 0
                && other >= 0
                && one < sentences.length
                && other < sentences.length
                && sentences[one] == sentences[other];
    }

    boolean sameClause(int one, int other) {
        return one >= 0
                && other >= 0
                && one < clauses.length
                && other < clauses.length
                && clauses[one] == clauses[other];
    }

    int clause(int at) {
        return clauses[at];
    }

    int line(int at) {
        return lines[at];
    }

    int size() {
        return tokens.size();
    }

    Span span(int begin, int end) {
        return tokens.span(begin, end);
    }

    String words(Span span) {
        return span.of(text);
    }

    /** Whether a token begins a figure in digits. */
    boolean digits(int at) {
        var kind = tokens.at(at).kind();
        return kind == Token.Kind.NUMBER || kind == Token.Kind.FRACTION;
    }

    /**
     * What the figure between two tokens is for: the nearest word that says so, before it rather than after it. A word
     * before a comma counts only where no other figure stands between, one after the figure only up to the next comma.
     */
    Use use(int begin, int end, Set<Use> possible) {
        var best = Use.UNSTATED;
        var nearest = FARTHEST;
        var figure = false;
        for (int at = begin - 1; at >= 0 && begin - at <= FARTHEST && sameSentence(at, begin); at--) {
            figure |= digits(at);
            if (figure && pauses[at] != pauses[begin]) {
                break;
            }
            var use = cue(at, possible);
            if (use != null && possible.contains(use)) {
                best = use;
                nearest = begin - at + (pauses[begin] == pauses[at] ? 0 : 4);
                break;
            }
        }
        for (int at = end; at < size() && at - end + 2 < nearest && pauses[at] == pauses[begin]; at++) {
            var use = cue(at, possible);
            if (use != null && possible.contains(use)) {
                return use;
            }
        }
        return best;
    }

    /**
     * What a word says of a figure: one that amounts are meant by says nothing of an amount's discount where the discount is
     * told as a share beside it ("2.280 lei după reducerea de 5 %").
     */
    private @Nullable Use cue(int at, Set<Use> possible) {
        var word = tokens.at(at).text();
        if (!possible.contains(Use.PRICE)) {
            return Cue.of(word);
        }
        if (tokens.is(at - 1, "in") && word.equals("total")) {
            return null;
        }
        var use = Cue.ofAmount(word);
        return use == Use.DISCOUNT && told(at) ? null : use;
    }

    /** Whether a share stands next to a word: "5% discount", "reducere inclusă de 15 la sută". */
    private boolean told(int at) {
        for (int i = at + 1; i <= at + 6 && sameSentence(i, at); i++) {
            if (share(i) && !named(i)) {
                return true;
            }
            if (Words.currency(tokens.at(i).text()) != null) {
                break;
            }
        }
        for (int i = at - 1; i >= at - 3 && sameSentence(i, at); i--) {
            if (share(i) && !named(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean share(int at) {
        var token = tokens.at(at);
        return token.mark('%') || token.is("suta") || Words.PERCENT.contains(token.text()) || token.is("cent");
    }

    /** Whether a price is spoken of earlier in the sentence: "prețul la uree e 2.400, iar la azotat e 2.600". */
    boolean priceBefore(int begin) {
        for (int at = begin - 1; at >= 0 && begin - at <= 2 * FARTHEST && sameSentence(at, begin); at--) {
            if (Cue.of(tokens.at(at).text()) == Use.PRICE) {
                return true;
            }
        }
        return false;
    }

    /**
     * The currency of an amount that names none: that of the deal, unless the text speaks of one other currency alone; null where it
     * speaks of several.
     */
    @Nullable
    Currency currency() {
        if (!currencyKnown) {
            currency = onlyCurrency();
            currencyKnown = true;
        }
        return currency;
    }

    private @Nullable Currency onlyCurrency() {
        Currency only = null;
        for (int at = 0; at < size(); at++) {
            var currency = Words.currency(tokens.at(at).text());
            if (currency != null && only != null && !currency.equals(only)) {
                return null;
            }
            only = currency == null ? only : currency;
        }
        return only == null ? home : only;
    }

    /**
     * The value of a quantity. Where units divide into thousandths, "1,500" is one and a half to a Romanian and "1.500" to
     * an Englishman; null where nobody can tell which of them is meant.
     */
    @Nullable
    BigDecimal inLanguage(Figure figure, Unit unit) {
        if (figure.loneSeparator() == Figure.NO || unit.decimals() < 3) {
            return figure.value();
        }
        var romanian = language();
        if (figure.loneSeparator() == '.') {
            return romanian < 0 ? null : figure.value();
        }
        return romanian == 0
                ? null
                : romanian < 0 ? figure.value() : figure.value().movePointLeft(3);
    }

    /** Above 0 where the text is more Romanian than English, below where less. */
    private int language() {
        if (language == UNKNOWN) {
            language = balance();
        }
        return language;
    }

    private int balance() {
        var romanian = 0;
        for (int at = 0; at < size(); at++) {
            var word = tokens.at(at).text();
            romanian += ROMANIAN.contains(word) ? 1 : ENGLISH.contains(word) ? -1 : 0;
        }
        return romanian;
    }

    Set<Sku> all() {
        var all = new HashSet<Sku>();
        for (var mention : mentions) {
            if (mention != null) {
                all.addAll(mention.goods());
            }
        }
        return all;
    }
}
