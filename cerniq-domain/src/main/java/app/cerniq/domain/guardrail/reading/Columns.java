package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.guardrail.Claim.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tables in a text: lines that one separator parts into three cells or more, a tab, two blanks, a bar, a semicolon or a
 * dash. What a figure in a cell is for is said by the word at the head of its column; a cell of figures alone is read even
 * though nothing stands beside it.
 */
final class Columns {

    private static final int FEWEST = 3;

    /** A cell: its column, how many columns its line has, and its tokens. */
    private record Cell(int column, int width, int begin, int end) {}

    /** What stands over the numbers of rows. */
    private static final Set<String> NUMBER = Set.of("nr", "no", "crt", "poz", "pos", "rand", "row", "#");

    private final String text;
    private final Map<Integer, Cell> cells = new HashMap<>();
    private final Map<Integer, Use> heads = new HashMap<>();
    private final Set<Integer> counts = new HashSet<>();
    private final Set<Integer> quantities = new HashSet<>();

    Columns(String text, Tokens tokens) {
        this.text = text;
        var header = Header.NONE;
        var number = 0;
        for (int begin = 0; begin < tokens.size(); ) {
            var end = begin + 1;
            while (end < tokens.size() && !tokens.at(end).startsLine()) {
                end++;
            }
            var row = row(tokens, begin, end);
            if (row.isEmpty()) {
                header = Header.NONE;
                number = 0;
            } else if (isHeader(tokens, begin, end)) {
                header = new Header(
                        NUMBER.contains(tokens.at(begin).text()),
                        row.stream().map(cell -> use(tokens, cell)).toList(),
                        row.stream().map(cell -> isQuantity(tokens, cell)).toList());
                number = 0;
            } else {
                keep(row, header);
                number++;
                if (header.numbered() && row.get(0).end() == begin + 1 && tokens.is(begin, Integer.toString(number))) {
                    counts.add(begin);
                }
            }
            begin = end;
        }
    }

    private record Header(boolean numbered, List<Use> uses, List<Boolean> quantities) {
        private static final Header NONE = new Header(false, List.of(), List.of());
    }

    private void keep(List<Cell> row, Header header) {
        for (var cell : row) {
            for (int at = cell.begin(); at < cell.end(); at++) {
                cells.put(at, cell);
                if (header.uses().size() == row.size()) {
                    heads.put(at, header.uses().get(cell.column()));
                    if (header.quantities().get(cell.column())) {
                        quantities.add(at);
                    }
                }
            }
        }
    }

    private static boolean isHeader(Tokens tokens, int begin, int end) {
        for (int at = begin; at < end; at++) {
            if (tokens.at(at).number()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isQuantity(Tokens tokens, Cell cell) {
        var word = tokens.at(cell.begin()).text();
        return word.equals("qty") || word.startsWith("cant") || word.startsWith("quant");
    }

    private static Use use(Tokens tokens, Cell cell) {
        for (int at = cell.begin(); at < cell.end(); at++) {
            var use = Cue.of(tokens.at(at).text());
            if (use == Use.PRICE || use == Use.TOTAL || use == Use.DISCOUNT || use == Use.VAT) {
                return use;
            }
        }
        return Use.UNSTATED;
    }

    /** The cells of a line; none where it has too few to be a row. */
    private List<Cell> row(Tokens tokens, int begin, int end) {
        for (var separator : Separator.values()) {
            var ends = new ArrayList<Integer>();
            var begins = new ArrayList<Integer>();
            begins.add(begin);
            for (int at = begin + 1; at < end; at++) {
                var length = separator == Separator.BLANKS ? blanks(tokens, at) : separator.length(tokens, at);
                if (length >= 0) {
                    ends.add(at);
                    begins.add(at + length);
                }
            }
            ends.add(end);
            if (begins.size() >= FEWEST) {
                var row = new ArrayList<Cell>();
                for (int i = 0; i < begins.size(); i++) {
                    row.add(new Cell(i, begins.size(), begins.get(i), ends.get(i)));
                }
                return row;
            }
        }
        return List.of();
    }

    /** Two blanks at least, and nothing that nobody sees between them. */
    private int blanks(Tokens tokens, int at) {
        var begin = tokens.at(at - 1).end();
        var end = tokens.at(at).begin();
        return end - begin >= 2 && text.substring(begin, end).chars().allMatch(c -> c == ' ' || c == '\u00a0') ? 0 : -1;
    }

    /** What parts cells. */
    private enum Separator {
        BAR('|'),
        TAB('\t'),
        SEMICOLON(';'),
        DASH('-'),
        BLANKS(' ');

        private final char sign;

        Separator(char sign) {
            this.sign = sign;
        }

        /** How many tokens the separator takes that stands before or at a token; -1 where none does. */
        int length(Tokens tokens, int at) {
            var token = tokens.at(at);
            return switch (this) {
                case TAB -> token.gap() == Token.Gap.TAB ? 0 : -1;
                case DASH ->
                    token.mark(sign) && !token.glued() && !tokens.at(at + 1).glued() ? 1 : -1;
                default -> token.mark(sign) ? 1 : -1;
            };
        }
    }

    /** Whether a figure is all that stands in its cell. */
    boolean alone(int begin, int end) {
        var cell = cells.get(begin);
        return cell != null && cell.begin() == begin && cell.end() == end && cell.column() > 0;
    }

    /** Whether a figure stands under a head that says "quantity". */
    boolean isQuantity(int at) {
        return quantities.contains(at);
    }

    /** Whether a token is the number of its row, counted from 1 below the head. */
    boolean countsRows(int at) {
        return counts.contains(at);
    }

    /** The token after the cell in which a token stands; the greatest number where it stands in none. */
    int cellEnd(int at) {
        var cell = cells.get(at);
        return cell == null ? Integer.MAX_VALUE : cell.end();
    }

    /** What the head of the column says; null where the token stands in no table or under no head that says anything. */
    @Nullable
    Use use(int at) {
        var use = heads.get(at);
        return use == Use.UNSTATED ? null : use;
    }
}
