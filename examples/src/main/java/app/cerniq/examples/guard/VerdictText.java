package app.cerniq.examples.guard;

import app.cerniq.domain.guardrail.BoundClaim;
import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.Span;
import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.guardrail.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A verdict as JSON, one object in one line. */
public final class VerdictText {

    private VerdictText() {}

    /** The verdict on the text of a file. */
    public static String of(String file, String text, Verdict verdict) {
        return object(List.of(
                member("file", quoted(file)),
                member("text", quoted(verdict.text().hex())),
                member("passes", Boolean.toString(verdict.passes())),
                member(
                        "claims",
                        verdict.claims().stream()
                                .map(claim -> claim(text, claim, verdict))
                                .collect(Collectors.joining(", ", "[", "]"))),
                member(
                        "violations",
                        verdict.violations().stream()
                                .map(VerdictText::violation)
                                .collect(Collectors.joining(", ", "[", "]")))));
    }

    private static String claim(String text, BoundClaim bound, Verdict verdict) {
        var claim = bound.claim();
        var members = new ArrayList<String>();
        members.add(member("span", span(claim.span())));
        members.add(member("words", quoted(claim.span().of(text))));
        members.add(member("kind", quoted(kind(claim))));
        members.add(member("value", quoted(value(claim))));
        bound.row()
                .ifPresent(row -> members.add(member(
                        "row",
                        object(List.of(
                                member("kind", quoted(row.kind().name())),
                                member("key", quoted(row.key())),
                                member("version", quoted(row.version())))))));
        var own = verdict.violations().stream()
                .filter(violation -> violation.span().equals(java.util.Optional.of(claim.span())))
                .toList();
        if (!own.isEmpty()) {
            members.add(member(
                    "violations",
                    own.stream()
                            .map(violation -> quoted(violation.check()))
                            .collect(Collectors.joining(", ", "[", "]"))));
        }
        own.stream()
                .flatMap(violation -> violation.correction().stream())
                .findFirst()
                .ifPresent(correction -> members.add(member("corrected", quoted(correction))));
        return object(members);
    }

    private static String violation(Violation violation) {
        var members = new ArrayList<String>();
        members.add(member("type", quoted(violation.type().name())));
        members.add(member("check", quoted(violation.check())));
        members.add(member("severity", quoted(violation.severity().name())));
        violation.span().ifPresent(span -> members.add(member("span", span(span))));
        members.add(member("given", quoted(violation.given())));
        members.add(member("accepted", quoted(violation.accepted())));
        violation.correction().ifPresent(correction -> members.add(member("corrected", quoted(correction))));
        members.add(member("rule", quoted(violation.rule().value())));
        return object(members);
    }

    /** The word for a kind of claim, for example {@code unknown_product}. */
    static String kind(Claim claim) {
        return claim.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    private static String value(Claim claim) {
        if (claim instanceof Claim.Amount amount) {
            return amount.money()
                    + amount.per().map(unit -> "/" + unit.symbol()).orElse("")
                    + " " + amount.use().name().toLowerCase(Locale.ROOT)
                    + switch (amount.vat()) {
                        case INCLUDED -> " with VAT";
                        case EXCLUDED -> " without VAT";
                        case UNSTATED -> "";
                    };
        }
        if (claim instanceof Claim.Share share) {
            return share.percent() + " " + share.use().name().toLowerCase(Locale.ROOT);
        }
        if (claim instanceof Claim.Goods goods) {
            return goods.quantity().toString();
        }
        if (claim instanceof Claim.Day day) {
            return day.date() + " " + day.use().name().toLowerCase(Locale.ROOT);
        }
        if (claim instanceof Claim.Term term) {
            return term.least().toPlainString() + " to " + term.most().toPlainString()
                    + (term.workingDays() ? " working days " : " days ")
                    + term.use().name().toLowerCase(Locale.ROOT);
        }
        if (claim instanceof Claim.Availability availability) {
            return availability.stance().name().toLowerCase(Locale.ROOT);
        }
        if (claim instanceof Claim.Phrase phrase) {
            return phrase.kind().name().toLowerCase(Locale.ROOT);
        }
        if (claim instanceof Claim.Citation citation) {
            return citation.kind() + " " + citation.words();
        }
        if (claim instanceof Claim.Product product) {
            return product.about().stream().sorted().map(Object::toString).collect(Collectors.joining(" or "));
        }
        return "not understood";
    }

    private static String span(Span span) {
        return "[" + span.begin() + ", " + span.end() + "]";
    }

    private static String member(String name, String value) {
        return quoted(name) + ": " + value;
    }

    private static String object(List<String> members) {
        return "{" + String.join(", ", members) + "}";
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < ' '
                    || Character.isSurrogate(character)
                    || character == '\u2028'
                    || character == '\u2029') {
                quoted.append(String.format("\\u%04x", (int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
