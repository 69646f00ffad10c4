package app.cerniq.domain.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.Documents.Proforma;
import app.cerniq.domain.negotiation.NegotiationEvent.HandedBack;
import app.cerniq.domain.negotiation.NegotiationEvent.HandedOver;
import app.cerniq.domain.negotiation.NegotiationEvent.InvoiceIssued;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaAccepted;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaIssued;
import app.cerniq.domain.negotiation.NegotiationEvent.ProformaRejected;
import app.cerniq.domain.negotiation.NegotiationEvent.StateChanged;
import app.cerniq.domain.pricing.DiscountApproval;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.Authority;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.People;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.stock.Holding;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.ReservationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The invariants, whatever was asked by whomever in whatever order. */
class RandomDealTest {

    @Property(tries = 200)
    void folding_its_history_gives_the_deal(@ForAll("deals") List<Accepted> deal) {
        assertThat(Negotiation.fold(changes(deal))).isEqualTo(last(deal));
    }

    @Property(tries = 200)
    void its_version_is_the_number_of_its_changes(@ForAll("deals") List<Accepted> deal) {
        assertThat(deal.stream().map(accepted -> accepted.next().version()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, deal.size())
                        .asLongStream()
                        .boxed()
                        .toList());
    }

    @Property(tries = 200)
    void it_makes_legal_moves_only_and_each_from_where_it_stands(@ForAll("deals") List<Accepted> deal) {
        var moves = changes(deal).stream()
                .flatMap(change -> eventsOf(change, StateChanged.class))
                .toList();
        var states = Stream.concat(
                        Stream.of(NegotiationState.DISCOVERY), moves.stream().map(StateChanged::to))
                .toList();

        assertThat(moves).allMatch(move -> Road.leads(move.from(), move.to()));
        assertThat(moves.stream().map(StateChanged::from)).isEqualTo(states.subList(0, moves.size()));
    }

    @Property(tries = 200)
    void every_quoted_line_is_automatic_or_approved_by_somebody_who_may(@ForAll("deals") List<Accepted> deal) {
        assertThat(deal.stream().map(Accepted::next))
                .allSatisfy(stand -> assertThat(stand.bargain().lines())
                        .allMatch(line -> isCleared(line, stand.bargain().approvals())));
    }

    @Property(tries = 200)
    void lines_groups_and_totals_agree(@ForAll("deals") List<Accepted> deal) {
        assertThat(deal.stream().flatMap(accepted -> accepted.next().bargain().quote().stream()))
                .allSatisfy(quote -> {
                    var totals = quote.totals();
                    var net = quote.lines().stream().map(line -> line.net(quote.rounding()));
                    var vat = totals.groups().stream().map(group -> group.vat());

                    assertThat(totals)
                            .extracting(it -> it.net(), it -> it.vat(), it -> it.gross())
                            .containsExactly(sum(net), sum(vat), totals.net().plus(totals.vat()));
                });
    }

    @Property(tries = 300)
    void in_one_round_at_most_one_proforma_lives(@ForAll("deals") List<Accepted> deal) {
        var live = Optional.<Proforma>empty();

        for (var change : changes(deal)) {
            for (var event : change.events()) {
                if (event instanceof ProformaIssued) {
                    assertThat(live.filter(before -> before.isLiveAt(change.at())))
                            .isEmpty();
                }
                live = after(event, live);
            }
        }
    }

    @Property(tries = 300)
    void in_one_round_there_is_at_most_one_invoice(@ForAll("deals") List<Accepted> deal) {
        assertThat(rounds(deal))
                .allSatisfy(round -> assertThat(round.stream().flatMap(change -> eventsOf(change, InvoiceIssued.class)))
                        .hasSizeLessThanOrEqualTo(1));
    }

    @Property(tries = 200)
    void while_a_human_holds_it_no_agent_changes_it(@ForAll("deals") List<Accepted> deal) {
        var held = IntStream.range(1, deal.size())
                .filter(at -> deal.get(at - 1).next().isHumanControlled())
                .mapToObj(at -> deal.get(at).change());

        assertThat(held).noneMatch(change -> change.by().kind() == ActorKind.AI_AGENT);
    }

    @Property(tries = 200)
    void who_holds_it_follows_from_its_history(@ForAll("deals") List<Accepted> deal) {
        var handed = changes(deal).stream()
                .flatMap(change -> change.events().stream())
                .filter(event -> event instanceof HandedOver || event instanceof HandedBack || isResurrection(event))
                .reduce((earlier, later) -> later);

        assertThat(last(deal).isHumanControlled())
                .isEqualTo(handed.filter(HandedOver.class::isInstance).isPresent());
    }

    /** I2. By the latest of all clocks so far: a clock that is behind may think that a hold still lives. */
    @Property(tries = 300)
    void what_is_held_is_what_is_quoted_of_goods_that_are_kept(@ForAll("deals") List<Accepted> deal) {
        var latest = Instant.MIN;

        for (var accepted : deal) {
            latest = accepted.change().at().isAfter(latest) ? accepted.change().at() : latest;
            var held = accepted.next().heldAt(latest).map(Holding::reservations);

            held.ifPresent(reservations -> assertThat(quantities(reservations))
                    .isEqualTo(Whims.kept(accepted.next().bargain().lines())));
        }
    }

    @Property(tries = 300)
    void every_reservation_begins_once_and_ends_once_and_none_is_forgotten(@ForAll("deals") List<Accepted> deal) {
        var begun = new HashSet<ReservationId>();
        var active = new HashSet<ReservationId>();

        for (var accepted : deal) {
            for (var event : accepted.change().events()) {
                assertThat(active).containsAll(Reserved.ended(event));
                active.removeAll(Reserved.ended(event));
                assertThat(Reserved.begun(event)).allMatch(begun::add);
                active.addAll(Reserved.begun(event));
            }
            assertThat(accepted.next().stock().held().map(Reserved::ids).orElse(Set.of()))
                    .isEqualTo(active);
        }
    }

    @Property(tries = 200)
    void only_a_deal_with_an_invoice_has_sold_anything(@ForAll("deals") List<Accepted> deal) {
        assertThat(deal.stream()
                        .map(Accepted::next)
                        .filter(stand -> !stand.stock().sold().isEmpty()))
                .allMatch(
                        stand -> stand.state() == NegotiationState.INVOICED || stand.state() == NegotiationState.PAID);
    }

    /** A test of the tests: deals that never get anywhere would prove nothing. */
    @Property(tries = 1, seed = "17")
    void random_deals_reach_every_state(@ForAll("manyDeals") List<List<Accepted>> deals) {
        assertThat(deals.stream()
                        .flatMap(List::stream)
                        .map(accepted -> accepted.next().state()))
                .contains(NegotiationState.values());
    }

    @Property(tries = 1, seed = "17")
    void and_meet_every_kind_of_event(@ForAll("manyDeals") List<List<Accepted>> deals) {
        assertThat(deals.stream()
                        .flatMap(List::stream)
                        .flatMap(accepted -> accepted.change().events().stream())
                        .map(NegotiationEventType::of))
                .contains(NegotiationEventType.values());
    }

    @Provide
    Arbitrary<List<List<Accepted>>> manyDeals() {
        return RandomDeals.any().list().ofSize(300);
    }

    @Provide
    Arbitrary<List<Accepted>> deals() {
        return RandomDeals.any();
    }

    private static Optional<Proforma> after(NegotiationEvent event, Optional<Proforma> live) {
        if (event instanceof ProformaIssued issued) {
            return Optional.of(issued.proforma());
        }
        if (event instanceof ProformaAccepted accepted) {
            return live.map(proforma -> proforma.accepted(accepted.acceptance()));
        }
        return event instanceof ProformaRejected || isResurrection(event) ? Optional.empty() : live;
    }

    private static boolean isResurrection(NegotiationEvent event) {
        return event instanceof StateChanged moved && moved.from() == NegotiationState.DEAD;
    }

    private static boolean isCleared(QuoteLine line, List<DiscountApproval> approvals) {
        var tier = Judged.tierOf(line);
        return tier == DiscountTier.AUTO
                || approvals.stream()
                        .anyMatch(approval -> approval.covers(line)
                                && approval.tier().compareTo(tier) >= 0
                                && authorityOf(approval).covers(tier.needed()));
    }

    private static Authority authorityOf(DiscountApproval approval) {
        return People.ALL.stream()
                .filter(actor -> actor.id().equals(approval.by().id()))
                .map(Actor::authority)
                .findFirst()
                .orElseThrow();
    }

    /** The changes of each life: a resurrection begins the next. */
    private static List<List<Change>> rounds(List<Accepted> deal) {
        var rounds = new ArrayList<List<Change>>();
        for (var accepted : deal) {
            if (rounds.size() < accepted.next().stage().round()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(rounds.size() - 1).add(accepted.change());
        }
        return rounds;
    }

    private static List<Change> changes(List<Accepted> deal) {
        return deal.stream().map(Accepted::change).toList();
    }

    private static Negotiation last(List<Accepted> deal) {
        return deal.get(deal.size() - 1).next();
    }

    private static <E> Stream<E> eventsOf(Change change, Class<E> type) {
        return change.events().stream().filter(type::isInstance).map(type::cast);
    }

    private static Map<Sku, Quantity> quantities(List<Reservation> reservations) {
        return reservations.stream().collect(Collectors.toMap(Reservation::sku, Reservation::quantity, Quantity::plus));
    }

    private static Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.zero(Money.RON), Money::plus);
    }
}
