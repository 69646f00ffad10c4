package app.cerniq.application.privacy;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.privacy.DataSubject;
import app.cerniq.domain.privacy.Erasure;
import app.cerniq.domain.privacy.PrivacyRefusal;
import app.cerniq.domain.privacy.RecordKind;
import app.cerniq.domain.privacy.Retention;
import app.cerniq.domain.privacy.RetentionPlan;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What natural persons can ask, and what their time limits ask. Thread-safe; holds no state of its own.
 *
 * <p>Source: Regulation (EU) 2016/679, articles 5, 15, 17; specification of negotiations, section 24.7.
 */
public final class PrivacyDesk {

    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    private final Storage storage;
    private final RetentionPlan plan;
    private final Clock clock;
    private final ErasingPerson erasing;

    /** Hosts get theirs from {@link app.cerniq.application.Cerniq}. */
    public PrivacyDesk(Storage storage, RetentionPlan plan, Clock clock, Ids ids) {
        this.storage = storage;
        this.plan = plan;
        this.clock = clock;
        this.erasing = new ErasingPerson(storage, plan, clock, ids);
    }

    /**
     * Forgets a person in every deal that knows them. Contact data and whatever people wrote go; name, code and address
     * stay where an invoice shows them that the law still wants kept, and where they are those of a company.
     *
     * <p>Each deal is forgotten as a whole; where the machinery fails between two deals, the same request under the same key
     * does the rest. A person of whom nothing is held is no fault: the answer is empty.
     *
     * @param reason stays in the books, so it names a request and never the person; 1 to 500 characters
     * @return what was done under this key, now or earlier; or a refusal, after which nothing was written
     */
    public Either<PrivacyRefusal, List<Erasure>> erase(
            TenantId tenant, DataSubject who, Actor actor, String reason, String key) {
        return existing(tenant, who)
                .flatMap(deals -> erasing.erase(tenant, deals, actor, reason, new IdempotencyKey(key)));
    }

    /** Everything that is held about a person, deal by deal, with the place where it stands. Article 15. */
    public Either<PrivacyRefusal, List<HeldData>> export(TenantId tenant, DataSubject who) {
        return existing(tenant, who)
                .map(deals -> deals.stream()
                        .flatMap(id -> storage.negotiations().find(id).stream())
                        .map(deal -> HeldData.of(deal, storage.negotiations().history(deal.id()), plan, clock.instant())
                                .and(SaidWords.of(storage.conversations(), deal.id())))
                        .toList());
    }

    /** What was forgotten in a deal, oldest first. */
    public List<Erasure> erasures(NegotiationId negotiation) {
        return storage.personalData().erasures(negotiation);
    }

    /**
     * Forgets the customers of deals that have been over for longer than customer data is kept, and what was kept by law
     * until a day that has come. For a timer: call it until it answers with less than the limit.
     *
     * @param limit at most so many deals, 1 to 10,000
     * @return what was forgotten
     */
    public List<Erasure> forgetOutlived(TenantId tenant, Actor actor, int limit) {
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        var longest = plan.lines().stream()
                .filter(line -> line.kind() == RecordKind.CUSTOMER_DATA)
                .mapToInt(Retention::years)
                .max()
                .orElseThrow();
        var overBefore = today.minusYears(longest).atStartOfDay(ZONE).toInstant();
        return storage.personalData().outlived(tenant, overBefore, today, limit).stream()
                .flatMap(id -> erasing
                        .erase(tenant, List.of(id), actor, "the time to keep it is over", sweepKey(id, today))
                        .getOrElse(List.of())
                        .stream())
                .toList();
    }

    private static IdempotencyKey sweepKey(NegotiationId id, LocalDate today) {
        return new IdempotencyKey("retention of " + id.value() + " on " + today);
    }

    private Either<PrivacyRefusal, List<NegotiationId>> existing(TenantId tenant, DataSubject who) {
        if (storage.tenants().discountLimits(tenant).isEmpty()) {
            return left(new PrivacyRefusal.UnknownTenant(tenant));
        }
        var deals = storage.personalData().dealsOf(tenant, who);
        return unknown(who)
                .filter(named -> deals.isEmpty())
                .<Either<PrivacyRefusal, List<NegotiationId>>>map(Either::left)
                .orElseGet(() -> right(deals));
    }

    private static Optional<PrivacyRefusal> unknown(DataSubject who) {
        return who instanceof DataSubject.OfDeal named
                ? Optional.of(new PrivacyRefusal.UnknownDeal(named.negotiation()))
                : Optional.empty();
    }
}
