package app.cerniq.domain.guardrail;

import app.cerniq.domain.guardrail.Claim.Citation;
import app.cerniq.domain.guardrail.Claim.Cited;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a text quotes by its letter: numbers of documents, fiscal codes, bank accounts. */
public final class Citations {

    private static final Pattern IBAN =
            Pattern.compile("(?i)(?<![\\p{L}\\p{N}])RO ?[0-9]{2} ?[A-Z]{4}(?: ?[A-Z0-9]){4,24}(?![\\p{L}\\p{N}])");
    private static final Pattern CUI = Pattern.compile("(?i)(?<![\\p{L}\\p{N}])"
            + "(?:(?:CUI|CIF|C\\.U\\.I\\.|C\\.I\\.F\\.|cod(?:ul)? fiscal|VAT (?:ID|number|no)|tax ID)[ :.]{0,3}(?:RO ?)?"
            + "|RO ?)[0-9](?: ?[0-9]){1,12}(?![\\p{L}\\p{N}])");

    /** What may stand before a CUI, as far as most texts need be looked at. */
    private static final List<String> BEFORE_CODES =
            List.of("cui", "cif", "c.u.i.", "c.i.f.", "fiscal", "vat ", "tax id");

    private Citations() {}

    /** The citations of a text, in their order; {@code documents} are the numbers of those that the deal has. */
    public static List<Citation> in(String text, Collection<String> documents) {
        var found = new ArrayList<Citation>();
        for (var document : documents) {
            documents(text, document, found);
        }
        var small = text.toLowerCase(Locale.ROOT);
        if (hasCountryNumber(small)) {
            accounts(text, found);
            codes(text, found);
        } else if (BEFORE_CODES.stream().anyMatch(small::contains)) {
            codes(text, found);
        }
        found.sort(java.util.Comparator.comparing(Citation::span));
        return List.copyOf(found);
    }

    private static void accounts(String text, List<Citation> found) {
        var accounts = IBAN.matcher(text);
        while (accounts.find()) {
            add(found, new Span(accounts.start(), accounts.end()), Cited.IBAN, letters(accounts.group()));
        }
    }

    private static void codes(String text, List<Citation> found) {
        var codes = CUI.matcher(text);
        while (codes.find()) {
            add(
                    found,
                    new Span(codes.start(), codes.end()),
                    Cited.CUI,
                    codes.group().replaceAll("[^0-9]", ""));
        }
    }

    /** Whether "ro" and a digit stand together anywhere: without it there is no IBAN, and a CUI only behind its words. */
    private static boolean hasCountryNumber(String small) {
        for (var at = small.indexOf("ro"); at >= 0; at = small.indexOf("ro", at + 2)) {
            var next = at + 2 < small.length() && small.charAt(at + 2) == ' ' ? at + 3 : at + 2;
            if (next < small.length() && small.charAt(next) >= '0' && small.charAt(next) <= '9') {
                return true;
            }
        }
        return false;
    }

    /** The claims of a reading and the citations together: what lies within a citation is no claim of its own. */
    public static List<Claim> among(List<Claim> claims, List<Citation> citations) {
        if (citations.isEmpty()) {
            return claims;
        }
        var all = new ArrayList<Claim>(citations);
        for (var claim : claims) {
            if (citations.stream().noneMatch(citation -> holds(citation.span(), claim.span()))) {
                all.add(claim);
            }
        }
        all.sort(java.util.Comparator.comparing(Claim::span));
        return List.copyOf(all);
    }

    private static boolean holds(Span outer, Span inner) {
        return outer.begin() <= inner.begin() && inner.end() <= outer.end();
    }

    private static void documents(String text, String document, List<Citation> found) {
        if (document.isBlank()) {
            return;
        }
        var from = 0;
        while (true) {
            var at = text.indexOf(document, from);
            if (at < 0) {
                return;
            }
            var end = at + document.length();
            if (isEdge(text, at - 1) && isEdge(text, end)) {
                add(found, new Span(at, end), Cited.DOCUMENT, letters(document));
            }
            from = end;
        }
    }

    /** A number that goes on is another number. */
    private static boolean isEdge(String text, int at) {
        return at < 0
                || at >= text.length()
                || !(Character.isLetterOrDigit(text.charAt(at)) || "-/_".indexOf(text.charAt(at)) >= 0);
    }

    private static void add(List<Citation> found, Span span, Cited kind, String words) {
        if (found.stream().noneMatch(other -> other.span().overlaps(span))) {
            found.add(new Citation(span, kind, words));
        }
    }

    private static String letters(String words) {
        return words.replace(" ", "").toUpperCase(Locale.ROOT);
    }
}
