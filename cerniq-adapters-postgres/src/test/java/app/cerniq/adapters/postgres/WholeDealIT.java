package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.time.CountedIds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A deal from its first word to its payment; after every step the stored state is what the journal gives. */
class WholeDealIT {

    private static PostgresStorage storage;
    private static final CountedIds IDS = new CountedIds(1);

    private TenantId tenant;

    @BeforeAll
    static void start() {
        storage = PostgresStorage.on(TestDatabase.migrated().runtime());
    }

    @BeforeEach
    void set_up() {
        tenant = Stocked.tenant(storage, IDS);
    }

    @Test
    void a_paid_deal_is_found_as_it_stands() {
        var play =
                Play.open(storage.negotiations(), IDS, tenant).toProformaSent().toInvoiced();
        var gross = play.deal().documents().invoice().orElseThrow().gross();
        play.step(
                        People.SYSTEM,
                        it -> stamp -> it.invoicing(stamp)
                                .recordPayment(
                                        "OP 1",
                                        new Money(
                                                gross.amount()
                                                        .subtract(Money.ron("1").amount()),
                                                Money.RON),
                                        play.now()))
                .step(
                        People.SYSTEM,
                        it -> stamp -> it.invoicing(stamp).recordPayment("OP 2", Money.ron("1"), play.now()))
                .to(NegotiationState.PAID);

        assertThat(storage.negotiations().find(play.deal().id())).contains(play.deal());
        assertThat(Negotiation.fold(storage.negotiations().history(play.deal().id())))
                .isEqualTo(play.deal());
        assertThat(storage.negotiations().transitions(play.deal().id())).hasSize(6);
        assertThat(storage.negotiations().quotes(play.deal().id()))
                .containsExactly(play.deal().bargain().quote().orElseThrow());
    }

    @Test
    void a_discount_by_a_manager_is_kept_with_its_approval() {
        var play = Play.open(storage.negotiations(), IDS, tenant)
                .quoteByManager(Lines.of(Goods.UREA, "12.5", "16"), Lines.of(Goods.NOZZLE, "3", "0"));

        assertThat(storage.negotiations().find(play.deal().id())).contains(play.deal());
        assertThat(Negotiation.fold(storage.negotiations().history(play.deal().id())))
                .isEqualTo(play.deal());
    }
}
