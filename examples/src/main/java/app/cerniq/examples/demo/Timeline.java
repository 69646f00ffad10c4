package app.cerniq.examples.demo;

import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.negotiation.Receipt;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells what happens, one line a step: when, where the deal stands, who, what, for how much, and by which rules. */
final class Timeline {

    private static final Locale ROMANIAN = Locale.forLanguageTag("ro-RO");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE dd MMM HH:mm", Locale.ENGLISH).withZone(ZoneId.of("Europe/Bucharest"));

    /** Where the column begins that says what was done. */
    private static final int BELOW_WHAT = 48;

    private final PrintWriter out;
    private final Ink ink;

    Timeline(PrintWriter out, Ink ink) {
        this.out = out;
        this.ink = ink;
    }

    void title(String text) {
        out.println();
        out.println(ink.bold(text));
        out.println(ink.faint("─".repeat(text.length())));
    }

    void note(String text) {
        out.println(ink.faint("  " + text));
    }

    void done(Instant at, Actor actor, String what, Negotiation after, Receipt receipt) {
        var rules = receipt.rules().stream().map(RuleName::id).collect(Collectors.joining(" "));
        var line = String.format(
                "%s  %s  %-13s  %-52s %14s  %s",
                ink.faint(WHEN.format(at)),
                ink.state(after.state()),
                actor.label(),
                what,
                after.bargain()
                        .quote()
                        .map(quote -> amount(quote.totals().gross()))
                        .orElse("–"),
                rules.isEmpty() ? "" : ink.faint("⚖ " + rules));
        out.println(line.stripTrailing());
    }

    void refused(Instant at, Actor actor, String what, Negotiation standing, NegotiationRefusal refusal) {
        out.printf("%s  %s  %-13s  %s%n", ink.faint(WHEN.format(at)), ink.state(standing.state()), actor.label(), what);
        out.println("    " + ink.bad("✗ " + refusal.code()) + "  " + refusal.sentence());
        out.println("      " + ink.faint("accepted would be: " + refusal.accepted()));
    }

    /** What a step meant for the goods, below it. */
    void goods(String text) {
        out.println(" ".repeat(BELOW_WHAT) + ink.goods("▣ " + text));
    }

    /** Something that happens beside the deals. */
    void aside(Instant at, Actor actor, String what) {
        out.printf("%s  %-13s  %-13s  %s%n", ink.faint(WHEN.format(at)), "", actor.label(), what);
    }

    void line(String text) {
        out.println(text);
    }

    /** A moment as the timeline prints it. */
    static String moment(Instant at) {
        return WHEN.format(at);
    }

    void check(boolean holds, String invariant, String seen) {
        out.printf("  %s %s  %s%n", holds ? ink.good("✓") : ink.bad("✗"), invariant, ink.faint(seen));
    }

    /** An amount as Romanian documents print it. */
    static String amount(Money money) {
        var form = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(ROMANIAN));
        return form.format(money.amount()) + " lei";
    }
}
