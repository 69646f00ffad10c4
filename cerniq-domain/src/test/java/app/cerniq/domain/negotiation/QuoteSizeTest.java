package app.cerniq.domain.negotiation;

import static app.cerniq.domain.negotiation.Answers.next;
import static app.cerniq.domain.negotiation.Answers.refusal;
import static app.cerniq.domain.negotiation.Deals.TICKET;
import static app.cerniq.domain.negotiation.Deals.by;
import static app.cerniq.domain.negotiation.Deals.opened;
import static app.cerniq.domain.shared.People.AGENT;
import static app.cerniq.domain.shared.People.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.cerniq.domain.catalog.Goods;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.negotiation.NegotiationRefusal.QuoteTooLarge;
import app.cerniq.domain.pricing.Lines;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.QuoteTotals;
import app.cerniq.domain.shared.Amounts;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class QuoteSizeTest {

    private static final VatTreatment ALL_OF_IT_AGAIN = VatTreatment.taxed("100");

    @Test
    void a_hundred_lines_are_a_quote() {
        assertThat(next(revise(opened().deal(), lines(100, "0"))).bargain().lines())
                .hasSize(100);
    }

    @Test
    void one_more_is_refused() {
        assertThat(refusal(revise(opened().deal(), lines(101, "0")))).isEqualTo(new QuoteTooLarge("101 lines"));
    }

    @Test
    void no_discount_is_requested_for_too_many_lines_either() {
        var decision = opened().deal()
                .discounting(by(AGENT))
                .request(TICKET, Judged.lines(lines(101, "20")), Judged::within, "a very large customer");

        assertThat(refusal(decision)).isEqualTo(new QuoteTooLarge("101 lines"));
    }

    @Test
    void nor_granted_where_the_quote_has_grown_full_meanwhile() {
        var oneMore = Stream.concat(Stream.of(lines(1, "0")), Stream.of(line("ONE-MORE", "20")));
        var deal = Deals.quoted(lines(1, "0"))
                .then(it -> it.discounting(by(AGENT))
                        .request(TICKET, Judged.lines(oneMore.toArray(QuoteLine[]::new)), Judged::within, "one more"))
                .then(it -> it.quoting(by(AGENT)).revise(Judged.lines(lines(100, "0")), "a full cart", TICKET))
                .deal();

        var decision = deal.discounting(by(MANAGER)).grant(TICKET, Optional.empty(), Judged::today, "granted");

        assertThat(refusal(decision)).isEqualTo(new QuoteTooLarge("101 lines"));
    }

    @Test
    void a_total_that_no_amount_can_hold_is_refused() {
        var line = Lines.of(Goods.byKilogram("SKU-1", Money.ron("500000000000.00"), ALL_OF_IT_AGAIN), "1", "0");

        assertThat(refusal(revise(opened().deal(), line))).isEqualTo(new QuoteTooLarge("up to 1000000000000"));
    }

    @Test
    void no_discount_is_requested_for_such_a_total_either() {
        var line = Lines.of(Goods.byKilogram("SKU-1", Money.ron("999999999999.99"), ALL_OF_IT_AGAIN), "1", "20");

        var decision =
                opened().deal().discounting(by(AGENT)).request(TICKET, Judged.lines(line), Judged::within, "huge");

        assertThat(refusal(decision)).isInstanceOf(QuoteTooLarge.class);
    }

    @Property(tries = 500)
    void what_is_not_refused_has_totals(@ForAll("prices") Money price, @ForAll("kilograms") Quantity quantity) {
        var decision = revise(opened().deal(), QuoteLine.atDiscount(offering(price), quantity, Percentage.ZERO));

        assertThatCode(() -> decision.map(QuoteSizeTest::totals)).doesNotThrowAnyException();
    }

    /** Half a ban, rounded up and taxed at 100 %, is just what is missing to the limit. */
    @Test
    void nor_does_rounding_carry_a_total_over_the_limit() {
        var line = Lines.of(offering(Money.ron("499001996007.98")), "1.002", "0");

        assertThat(refusal(revise(opened().deal(), line))).isInstanceOf(QuoteTooLarge.class);
    }

    @Provide
    Arbitrary<Money> prices() {
        return Amounts.ronUpTo(100_000_000_000L).filter(price -> !price.isZero());
    }

    @Provide
    Arbitrary<Quantity> kilograms() {
        return Amounts.kilogramsUpTo(1_000_000);
    }

    private static Either<NegotiationRefusal, Accepted> revise(Negotiation deal, QuoteLine... lines) {
        return deal.quoting(by(AGENT)).revise(Judged.lines(lines), "as asked", TICKET);
    }

    private static QuoteTotals totals(Accepted accepted) {
        return accepted.next().bargain().quote().orElseThrow().totals();
    }

    private static QuoteLine[] lines(int count, String discount) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> line("SKU-" + number, discount))
                .toArray(QuoteLine[]::new);
    }

    private static QuoteLine line(String sku, String discount) {
        return Lines.of(Goods.byKilogram(sku, Money.ron("10.00"), VatTreatment.taxed("21")), "1", discount);
    }

    private static PricedOffering offering(Money price) {
        return Goods.byKilogram("SKU-1", price, ALL_OF_IT_AGAIN);
    }
}
