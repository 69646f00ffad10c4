package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.ClientData.PostalAddress;
import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationEvent.ClientDataUpdated;
import app.cerniq.domain.negotiation.NegotiationEvent.QuoteRevised;
import app.cerniq.domain.negotiation.NegotiationEvent.StateChanged;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Cnp;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.PackVersion;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.TradeRegisterNumber;
import app.cerniq.domain.shared.Unit;
import app.cerniq.ports.negotiation.Negotiations;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.WholeLife;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.CountedIds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in jsonb: clean, exact, and read back as it was written. */
class JsonTest {

    static Stream<NegotiationEvent> everyEvent() {
        var storage = new InMemoryStorage();
        var ids = new CountedIds(1);
        var tenant = new TenantId(ids.next());
        Stocked.fill(storage, ids, tenant);
        Negotiations store = storage.negotiations();
        return WholeLife.allEvents(store, ids, tenant).stream()
                .flatMap(deal -> store.history(deal.id()).stream())
                .flatMap(change -> change.events().stream());
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void an_event_is_read_as_it_was_written(NegotiationEvent event) {
        assertThat(Json.read(Json.write(event), event.getClass())).isEqualTo(event);
    }

    @Test
    void no_kind_of_event_is_forgotten_here() {
        assertThat(everyEvent().map(Object::getClass).distinct())
                .hasSameSizeAs(Arrays.asList(NegotiationEvent.class.getPermittedSubclasses()));
    }

    @Test
    void values_of_one_field_are_plain_text_and_decimals_are_never_rounded() {
        assertThat(Json.write(Money.ron("12.5"))).isEqualTo("{\"amount\":\"12.50\",\"currency\":\"RON\"}");
        assertThat(Json.write(new Money(new BigDecimal("7"), Currency.getInstance("JPY"))))
                .isEqualTo("{\"amount\":\"7\",\"currency\":\"JPY\"}");
        assertThat(Json.write(Quantity.of("2.5", Unit.TONNE))).isEqualTo("{\"value\":\"2.500\",\"unit\":\"t\"}");
        assertThat(Json.write(VatTreatment.taxed("21"))).isEqualTo("{\"category\":\"S\",\"rate\":\"21.00\"}");
        assertThat(Json.write(ActorRef.of(People.AGENT)))
                .isEqualTo("{\"kind\":\"ai_agent\",\"id\":\"" + People.AGENT.id() + "\",\"label\":\"sales agent\"}");
    }

    @Test
    void an_instant_has_microseconds_like_the_columns() {
        var precise = Instant.parse("2026-03-02T08:00:00.123456789Z");

        assertThat(Json.write(precise)).isEqualTo("\"2026-03-02T08:00:00.123456Z\"");
    }

    @Test
    void what_is_empty_is_left_out_and_comes_back_empty() {
        var moved = new StateChanged(
                NegotiationState.DISCOVERY,
                NegotiationState.PROPOSAL,
                TransitionTrigger.AI_DECISION,
                "ready",
                Optional.empty(),
                List.of(new RuleName("FSM-01 DISCOVERY to PROPOSAL")),
                new PackVersion("standard 1"));

        var json = Json.write(moved);

        assertThat(json).isEqualTo("""
                {"from":"DISCOVERY","to":"PROPOSAL","trigger":"ai_decision","reason":"ready",\
                "rules":["FSM-01 DISCOVERY to PROPOSAL"],"pack":"standard 1"}""");
        assertThat(Json.read(json, StateChanged.class)).isEqualTo(moved);
    }

    @Test
    void a_quote_is_written_with_everything_that_makes_it_up() {
        var quote = new QuoteVersion(1, Money.RON, Rounding.HALF_UP, List.of(Lines.of(Goods.WHEAT_SEED, "40", "10")));

        assertThat(Json.write(new QuoteRevised(quote, "quoted"))).isEqualTo("""
                {"quote":{"number":1,"currency":"RON","rounding":"HALF_UP","discount":"0.00","lines":[{"offering":{"sku":"SEM-GRAU-01",\
                "version":1,"name":"Winter wheat seed, C1","unit":"sac","priceList":"standard",\
                "listPrice":{"amount":"250.00","currency":"RON"},"floorPrice":{"amount":"180.00","currency":"RON"},\
                "cost":{"amount":"150.00","currency":"RON"},"vat":{"category":"S","rate":"11.00"}},\
                "quantity":{"value":"40","unit":"sac"},"discount":"10.00",\
                "unitPrice":{"amount":"225.00","currency":"RON"},"trail":[{"kind":"LIST",\
                "source":{"name":"standard","version":1},"offered":"0.00","counted":"0.00","unitPrice":"250"},\
                {"kind":"LINE_DISCOUNT","source":{"name":"the seller","version":0},"offered":"10.00",\
                "counted":"10.00","unitPrice":"225"}]}]},"reason":"quoted"}""");
    }

    @Test
    void a_quote_of_before_trails_and_discounts_on_the_whole_is_read_without() {
        var before = """
                {"quote":{"number":1,"currency":"RON","rounding":"HALF_UP","lines":[{"offering":{"sku":"SEM-GRAU-01",\
                "version":1,"name":"Winter wheat seed, C1","unit":"sac","priceList":"standard",\
                "listPrice":{"amount":"250.00","currency":"RON"},"floorPrice":{"amount":"180.00","currency":"RON"},\
                "cost":{"amount":"150.00","currency":"RON"},"vat":{"category":"S","rate":"11.00"}},\
                "quantity":{"value":"40","unit":"sac"},"discount":"10.00",\
                "unitPrice":{"amount":"225.00","currency":"RON"}}]},"reason":"quoted"}""";

        assertThat(Json.read(before, QuoteRevised.class))
                .isEqualTo(new QuoteRevised(
                        new QuoteVersion(
                                1, Money.RON, Rounding.HALF_UP, List.of(Lines.of(Goods.WHEAT_SEED, "40", "10"))),
                        "quoted"));
    }

    @Test
    void everything_that_may_be_known_of_a_customer_comes_back() {
        var person = new ClientDataUpdated(new ClientData(
                Optional.of("Ion \"Gică\" Știrbu\n"),
                Optional.empty(),
                Optional.of(new Cnp("1800101221144")),
                Optional.of(new TradeRegisterNumber("J40/1234/2006")),
                Optional.of(new PostalAddress("Str. Țepeș 1", "Iași", "Iași", "RO")),
                Optional.of("ion@example.org"),
                Optional.of("+40 700 000 000")));

        assertThat(Json.read(Json.write(person), ClientDataUpdated.class)).isEqualTo(person);
    }

    @Test
    void a_field_that_this_release_does_not_know_is_not_dropped_in_silence() {
        var later = "{\"contents\":\"" + "0".repeat(64) + "\",\"warehouse\":\"north\"}";

        assertThatThrownBy(() -> Json.read(later, NegotiationEvent.ProductsConfirmed.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another version wrote it");
    }

    @Test
    void facts_of_any_question_can_be_written() {
        record Facts(Map<String, Integer> levels, Actor actor, UUID id) {}

        var facts = new Facts(Map.of("a", 1), People.SYSTEM, new UUID(0, 1));

        assertThat(Json.write(facts)).contains("\"levels\":{\"a\":1}").contains("timer");
    }
}
