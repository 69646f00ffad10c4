package app.cerniq.domain.guardrail.reading;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text in the form in which words are compared: lower case, without diacritics and invisible characters, digits of every
 * script as ASCII, letters that look Latin as Latin, every dash as {@code -} and every space as one; each character knows
 * where in the text it came from.
 */
final class Folded {

    /** Stands for a character that is a number of its own and that we do not read, such as a Roman numeral in one sign. */
    static final char ODD = '\u0001';

    /** Stands where fractions such as ½ stood; the numerator and denominator follow as one digit each. */
    static final char FRACTION = '\u0002';

    private static final String CYRILLIC_AND_GREEK =
            "аaвbеeзzкkмmнhоoрpсcтtуyхxіiјjѕsԁdѵvгrɡgӏlһhԛqԝw" + "αaβbεeηnιiκkνvοoρpτtυuχxγyωwζzμm";
    private static final String DASHES = "‐‑‒–—―−⁃﹣－﹘➖";
    private static final String APOSTROPHES = "’‘ʼ´`′ʹ＇٬‛";
    private static final String FRACTIONS = "½12⅓13⅔23¼14¾34⅕15⅖25⅗35⅘45⅙16⅚56⅛18⅜38⅝58⅞78";
    private static final String HAN_NUMERALS = "〇零一二三四五六七八九十百千万萬億两兩";
    private static final char[] LOOKALIKE = lookalikes();

    private char[] chars;
    private int[] begins;
    private boolean[] odd;
    private int length;

    private Folded(int capacity) {
        chars = new char[capacity];
        begins = new int[capacity + 1];
        odd = new boolean[capacity];
    }

    static Folded of(String text) {
        var folded = new Folded(text.length() + 16);
        for (int at = 0; at < text.length(); ) {
            var c = text.charAt(at);
            if (c < 0x80) {
                folded.ascii(c, at);
                at++;
            } else {
                var codePoint = text.codePointAt(at);
                folded.other(codePoint, at);
                at += Character.charCount(codePoint);
            }
        }
        folded.begins[folded.length] = text.length();
        return folded;
    }

    /** The words of a name or phrase, compared in the same form as texts are. */
    static String fold(String text) {
        var folded = of(text);
        return new String(folded.chars, 0, folded.length);
    }

    int length() {
        return length;
    }

    char at(int index) {
        return chars[index];
    }

    /** Whether the character was a digit in disguise: raised, lowered, circled. */
    boolean odd(int index) {
        return odd[index];
    }

    /** Where in the text the character begins; the text's length for the index after the last. */
    int begin(int index) {
        return begins[index];
    }

    String slice(int begin, int end) {
        return new String(chars, begin, end - begin);
    }

    private void ascii(char c, int at) {
        if (c >= 'A' && c <= 'Z') {
            add((char) (c + 32), at, false);
        } else if (c == '`') {
            add('\'', at, false);
        } else if (c == '\r' || c == '\u000B' || c == '\f') {
            add(c == '\r' ? ' ' : '\n', at, false);
        } else if (c >= ' ' || c == '\n' || c == '\t') {
            add(c, at, false);
        }
    }

    private void other(int codePoint, int at) {
        var type = Character.getType(codePoint);
        if (type == Character.FORMAT
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || (type == Character.CONTROL && codePoint != 0x85)
                || codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x3164
                || codePoint == 0xFFA0) {
            return;
        }
        if (type == Character.DECIMAL_DIGIT_NUMBER) {
            add((char) ('0' + Character.digit(codePoint, 10)), at, false);
        } else if (type == Character.SPACE_SEPARATOR) {
            add(' ', at, false);
        } else if (codePoint == 0x2028 || codePoint == 0x2029 || codePoint == 0x85) {
            add('\n', at, false);
        } else if (type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER) {
            number(codePoint, at);
        } else if (codePoint < LOOKALIKE.length && LOOKALIKE[codePoint] != 0) {
            add(LOOKALIKE[codePoint], at, false);
        } else if (HAN_NUMERALS.indexOf(codePoint) >= 0) {
            add(ODD, at, true);
        } else {
            decomposed(codePoint, at);
        }
    }

    private void number(int codePoint, int at) {
        var fraction = FRACTIONS.indexOf(codePoint);
        if (fraction >= 0) {
            add(FRACTION, at, false);
            add(FRACTIONS.charAt(fraction + 1), at, false);
            add(FRACTIONS.charAt(fraction + 2), at, false);
            return;
        }
        var plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
        var digits = !plain.isEmpty() && plain.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits) {
            for (int i = 0; i < plain.length(); i++) {
                add(plain.charAt(i), at, true);
            }
        } else {
            add(ODD, at, true);
        }
    }

    private void decomposed(int codePoint, int at) {
        var plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
        for (int i = 0; i < plain.length(); ) {
            var part = plain.codePointAt(i);
            i += Character.charCount(part);
            if (part < 0x80) {
                ascii((char) part, at);
            } else if (Character.getType(part) != Character.NON_SPACING_MARK) {
                var lower = Character.toLowerCase(part);
                if (lower < LOOKALIKE.length && LOOKALIKE[lower] != 0) {
                    add(LOOKALIKE[lower], at, false);
                } else if (lower <= Character.MAX_VALUE) {
                    add((char) lower, at, false);
                } else {
                    add('\u25A1', at, false);
                }
            }
        }
    }

    private void add(char c, int at, boolean disguised) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2);
            begins = Arrays.copyOf(begins, length * 2 + 1);
            odd = Arrays.copyOf(odd, length * 2);
        }
        chars[length] = c;
        begins[length] = at;
        odd[length] = disguised;
        length++;
    }

    private static char[] lookalikes() {
        var table = new char[0x3100];
        for (int i = 0; i + 1 < CYRILLIC_AND_GREEK.length(); i += 2) {
            var foreign = CYRILLIC_AND_GREEK.charAt(i);
            table[foreign] = CYRILLIC_AND_GREEK.charAt(i + 1);
            var capital = Character.toUpperCase(foreign);
            if (capital < table.length) {
                table[capital] = CYRILLIC_AND_GREEK.charAt(i + 1);
            }
        }
        DASHES.chars().filter(c -> c < table.length).forEach(c -> table[c] = '-');
        APOSTROPHES.chars().filter(c -> c < table.length).forEach(c -> table[c] = '\'');
        table['ı'] = 'i';
        table['ł'] = 'l';
        table['Ł'] = 'l';
        table['đ'] = 'd';
        table['ø'] = 'o';
        table['Ø'] = 'o';
        table['„'] = '"';
        table['“'] = '"';
        table['”'] = '"';
        table['«'] = '"';
        table['»'] = '"';
        table['×'] = 'x';
        table['✕'] = 'x';
        table['✖'] = 'x';
        table['·'] = '.';
        table['•'] = '-';
        table['∙'] = '.';
        table['⋅'] = '.';
        table['。'] = '.';
        table['٫'] = ',';
        table['،'] = ',';
        table['‚'] = ',';
        table['、'] = ',';
        table['٪'] = '%';
        table['⁄'] = '/';
        table['∕'] = '/';
        return table;
    }
}
