package app.cerniq.application.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.Cerniq;
import app.cerniq.domain.negotiation.Annotations;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.privacy.DataSubject;
import app.cerniq.domain.privacy.PrivacyRefusal;
import app.cerniq.domain.privacy.RecordKind;
import app.cerniq.domain.privacy.Retention;
import app.cerniq.domain.privacy.RetentionPlan;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.MarkedLife;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What persons can ask, over a store in memory. */
class PrivacyDeskTest {

    private static final DataSubject PERSON = new DataSubject.WithEmail("qzx-email@example.ro");

    private final CountedIds ids = new CountedIds(1);
    private final InMemoryStorage storage = new InMemoryStorage();
    private final TenantId tenant = new TenantId(ids.next());
    private final MovableClock clock = MovableClock.at(Play.MORNING.plus(Duration.ofDays(30)));
    private final PrivacyDesk desk = desk(RetentionPlan.STANDARD);

    @BeforeEach
    void set_up() {
        storage.tenants().setUp(tenant, "A tenant");
        storage.offerings().putOnSale(tenant, Goods.all());
        storage.inventory().book(Goods.plentyOf(tenant, ids)).get();
    }

    @Test
    void a_person_is_told_everything_and_where_it_stands() {
        MarkedLife.lost(storage.negotiations(), ids, tenant);

        var held = desk.export(tenant, PERSON).get().get(0).held();

        assertThat(held.stream().map(HeldData.Held::value))
                .contains(
                        "Qzx-name",
                        "2850715400025",
                        "qzx-street",
                        "Qzx-email@example.ro",
                        "+40799000123",
                        "qzx-former-name",
                        "qzx-later-notes",
                        "qzx-later-field: qzx-later-value",
                        "qzx-offer",
                        "qzx-justification",
                        "qzx-comment",
                        "qzx-no",
                        "qzx-agreement",
                        "qzx-handover",
                        "qzx-loss");
        assertThat(held)
                .contains(new HeldData.Held(
                        "negotiation.client.updated", "client.email", "Qzx-email@example.ro", Play.MORNING));
        assertThat(held.toString()).doesNotContainPattern(MarkedLife.MARK);
    }

    @Test
    void of_a_forgotten_person_there_is_nothing_to_tell() {
        MarkedLife.lost(storage.negotiations(), ids, tenant);
        desk.erase(tenant, PERSON, People.MANAGER, "request 17", "key-1").get();

        assertThat(desk.export(tenant, PERSON).get()).isEmpty();
    }

    @Test
    void a_person_can_be_told_until_when_the_law_keeps_them() {
        MarkedLife.paid(storage.negotiations(), ids, tenant);

        var kept = desk.export(tenant, PERSON).get().get(0).keptByLaw().orElseThrow();

        assertThat(kept.until()).isEqualTo("2037-07-01");
        assertThat(kept.source()).startsWith("Law 82/1991");
    }

    @Test
    void while_one_of_the_deals_is_not_over_nobody_is_forgotten() {
        var over = MarkedLife.lost(storage.negotiations(), ids, tenant);
        Play.open(storage.negotiations(), ids, tenant, MarkedLife.PERSON, Annotations.NONE);

        var refused = desk.erase(tenant, PERSON, People.MANAGER, "request 17", "key-1");

        assertThat(refused.getLeft()).isInstanceOf(PrivacyRefusal.DealForbids.class);
        assertThat(refused.getLeft().accepted()).contains("PAID", "DEAD");
        assertThat(storage.negotiations().find(over.id())).contains(over);
    }

    @Test
    void an_agent_forgets_nobody() {
        MarkedLife.lost(storage.negotiations(), ids, tenant);

        assertThat(desk.erase(tenant, PERSON, People.AGENT, "request 17", "key-1")
                        .getLeft())
                .isInstanceOf(PrivacyRefusal.DealForbids.class);
    }

    @Test
    void the_reason_does_not_name_whom_it_is_about() {
        MarkedLife.lost(storage.negotiations(), ids, tenant);

        assertThat(List.of("letter of QZX-NAME", "mail from qzx-email@example.ro", "CNP 2850715400025"))
                .allSatisfy(reason -> assertThat(desk.erase(tenant, PERSON, People.MANAGER, reason, "key-1"))
                        .isEqualTo(io.vavr.control.Either.left(new PrivacyRefusal.ReasonNamesThePerson())));
    }

    @Test
    void a_key_is_for_one_request() {
        MarkedLife.lost(storage.negotiations(), ids, tenant);
        desk.erase(tenant, PERSON, People.MANAGER, "request 17", "key-1").get();

        assertThat(desk.erase(tenant, PERSON, People.MANAGER, "request 18", "key-1")
                        .getLeft())
                .isEqualTo(new PrivacyRefusal.IdempotencyKeyReused("key-1"));
        assertThat(desk.erase(tenant, PERSON, People.DIRECTOR, "request 17", "key-1")
                        .getLeft())
                .isEqualTo(new PrivacyRefusal.IdempotencyKeyReused("key-1"));
    }

    @Test
    void whoever_is_not_there_is_said_so() {
        var nobody = new TenantId(ids.next());
        var noDeal = new NegotiationId(tenant, ids.next());

        assertThat(desk.erase(nobody, PERSON, People.MANAGER, "request 17", "key-1")
                        .getLeft())
                .isEqualTo(new PrivacyRefusal.UnknownTenant(nobody));
        assertThat(desk.erase(tenant, new DataSubject.OfDeal(noDeal), People.MANAGER, "request 17", "key-1")
                        .getLeft())
                .isEqualTo(new PrivacyRefusal.UnknownDeal(noDeal));
        assertThat(desk.erase(tenant, PERSON, People.MANAGER, "request 17", "key-1")
                        .get())
                .isEmpty();
    }

    @Test
    void of_a_company_only_the_way_to_reach_it_goes() {
        var contact = new ClientData(
                Goods.COMPANY.name(),
                Goods.COMPANY.cui(),
                Goods.COMPANY.cnp(),
                Goods.COMPANY.tradeRegister(),
                Goods.COMPANY.address(),
                Optional.of("qzx-email@example.ro"),
                Optional.empty());
        var play = Play.open(storage.negotiations(), ids, tenant, contact, Annotations.NONE)
                .to(NegotiationState.DEAD);

        var done = desk.erase(tenant, PERSON, People.MANAGER, "request 17", "key-1")
                .get();

        assertThat(done.get(0).keptByLaw()).isEmpty();
        assertThat(storage.negotiations().find(play.deal().id()).orElseThrow().client())
                .isEqualTo(Goods.COMPANY);
    }

    @Test
    void how_long_an_invoice_is_kept_is_for_the_plan_to_say() {
        var paid = MarkedLife.paid(storage.negotiations(), ids, tenant);
        clock.move(Duration.ofDays(2 * 366));

        desk(shortPlan())
                .erase(tenant, PERSON, People.MANAGER, "request 17", "key-1")
                .get();

        assertThat(storage.negotiations().find(paid.id()).orElseThrow().client())
                .isEqualTo(ClientData.UNKNOWN);
    }

    @Test
    void what_has_outlived_its_time_is_forgotten_by_a_timer() {
        MarkedLife.all(storage.negotiations(), ids, tenant);

        assertThat(desk.forgetOutlived(tenant, People.SYSTEM, 10)).isEmpty();
        clock.move(Duration.ofDays(6 * 366));
        assertThat(desk.forgetOutlived(tenant, People.SYSTEM, 10)).hasSize(3);
        assertThat(desk.forgetOutlived(tenant, People.SYSTEM, 10)).isEmpty();
        clock.move(Duration.ofDays(6 * 366));
        assertThat(desk.forgetOutlived(tenant, People.SYSTEM, 10)).hasSize(1);
    }

    private PrivacyDesk desk(RetentionPlan plan) {
        return Cerniq.builder()
                .storage(storage)
                .policies(DroolsPolicies.standard())
                .retention(plan)
                .clock(clock)
                .ids(ids)
                .build()
                .privacy();
    }

    private static RetentionPlan shortPlan() {
        return new RetentionPlan(Arrays.stream(RecordKind.values())
                .map(kind -> new Retention(
                        kind, LocalDate.of(1970, 1, 1), 1, Retention.Counted.FROM_THE_DAY, "the plan of this test"))
                .toList());
    }
}
