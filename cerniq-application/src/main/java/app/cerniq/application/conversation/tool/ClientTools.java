package app.cerniq.application.conversation.tool;

import static io.vavr.control.Either.right;

import app.cerniq.domain.catalog.search.SearchText;
import app.cerniq.domain.guardrail.ToolRefusal;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.Iban;
import app.cerniq.ports.fiscal.TaxRegistration;
import app.cerniq.ports.fiscal.TaxRegistry;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The tool that looks at what is known of a customer: check digits, what a fiscal document still needs, and what the tax
 * authority says, where the host brought its register. Nothing is changed.
 */
final class ClientTools {

    private static final ZoneId ROMANIA = ZoneId.of("Europe/Bucharest");

    private final Optional<TaxRegistry> registry;
    private final Clock clock;

    ClientTools(Optional<TaxRegistry> registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    Supplier<Either<ToolRefusal, ObjectNode>> validate(Negotiation deal, Arguments arguments) {
        var other = arguments.optional("cui", Cui::parse);
        var iban = arguments.optional("iban", Iban::parse);
        return () -> {
            var answer = Arguments.object();
            var missing = answer.putArray("missingForInvoice");
            deal.client().missingForFiscalDocument().forEach(missing::add);
            var faults = answer.putArray("faults");
            other.or(deal.client()::cui).ifPresent(cui -> compare(answer, faults, deal.client(), cui));
            iban.ifPresent(sound -> answer.put("iban", sound.toString()));
            answer.put("isValid", missing.isEmpty() && faults.isEmpty());
            return right(answer);
        };
    }

    private void compare(ObjectNode answer, ArrayNode faults, ClientData client, Cui cui) {
        answer.put("cui", cui.toString());
        client.cui().filter(known -> !known.equals(cui)).ifPresent(known -> faults.add("the deal has another CUI"));
        if (registry.isEmpty()) {
            answer.put("register", "not asked: there is none");
            return;
        }
        var found = registry.get().find(cui, LocalDate.ofInstant(clock.instant(), ROMANIA));
        if (found instanceof Outcome.Done<Optional<TaxRegistration>> done) {
            answer.put("register", done.value().isPresent() ? "found" : "not found");
            done.value()
                    .ifPresentOrElse(
                            company -> compare(answer, faults, client, company),
                            () -> faults.add("the tax authority knows no such company"));
        } else {
            // Not knowing is no fault of the customer's, and no proof either.
            answer.put("register", "not reached");
            faults.add("the register of the tax authority could not be asked");
        }
    }

    private static void compare(ObjectNode answer, ArrayNode faults, ClientData client, TaxRegistration company) {
        answer.put("registeredName", company.name());
        answer.put("isVatPayer", company.isVatPayer());
        if (company.isInactive()) {
            faults.add("the tax authority lists the company as inactive");
        }
        client.name()
                .filter(name -> !isSame(name, company.name()))
                .ifPresent(name -> faults.add("the company is registered under another name"));
    }

    /** Without regard to case, diacritics, punctuation and the legal form, which people leave out. */
    private static boolean isSame(String one, String other) {
        return said(one).equals(said(other));
    }

    private static List<String> said(String name) {
        var plain = SearchText.wordsOf(name.replace(".", ""));
        return plain.stream()
                .filter(word -> !List.of("sc", "srl", "sa", "pfa", "ii", "if").contains(word))
                .sorted()
                .toList();
    }
}
