package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.privacy.DataSubject;
import app.cerniq.domain.shared.Cnp;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.privacy.PersonalData;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.testkit.fixture.Forgetting;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.MarkedLife;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.fixture.Talk;
import app.cerniq.testkit.isolation.Leaves;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every {@link PersonalData} must do. */
public interface PersonalDataContract extends StorageContract {

    private PersonalData store() {
        return storage().personalData();
    }

    @Test
    default void a_person_is_found_by_code_email_and_phone_however_these_are_written() {
        var tenant = tenant();
        var deal = MarkedLife.lost(storage().negotiations(), ids(), tenant);

        assertThat(List.of(
                        new DataSubject.WithCnp(MarkedLife.PERSON.cnp().orElseThrow()),
                        new DataSubject.WithEmail(" QZX-EMAIL@example.ro "),
                        new DataSubject.WithPhone("+40 799 000-123"),
                        new DataSubject.OfDeal(deal.id())))
                .allSatisfy(who -> assertThat(store().dealsOf(tenant, who)).containsExactly(deal.id()));
    }

    @Test
    default void a_person_is_found_by_what_was_known_of_them_once() {
        var tenant = tenant();
        var deal = MarkedLife.released(storage().negotiations(), ids(), tenant);

        assertThat(store().dealsOf(tenant, new DataSubject.WithEmail("qzx-former-email@example.ro")))
                .containsExactly(deal.id());
    }

    @Test
    default void nobody_is_found_in_the_deals_of_others() {
        var deal = MarkedLife.released(storage().negotiations(), ids(), tenant());
        var other = tenant();

        assertThat(store().dealsOf(other, new DataSubject.WithEmail("qzx-email@example.ro")))
                .isEmpty();
        assertThat(store().dealsOf(other, new DataSubject.OfDeal(deal.id()))).isEmpty();
        assertThat(store().dealsOf(
                                other,
                                new DataSubject.OfDeal(
                                        new NegotiationId(other, deal.id().value()))))
                .isEmpty();
    }

    @Test
    default void whoever_is_unknown_is_not_found() {
        var tenant = tenant();
        MarkedLife.released(storage().negotiations(), ids(), tenant);

        assertThat(store().dealsOf(tenant, new DataSubject.WithCnp(new Cnp("1960523400012"))))
                .isEmpty();
        assertThat(store().dealsOf(tenant, new DataSubject.WithEmail("nobody@example.ro")))
                .isEmpty();
        assertThat(store().dealsOf(tenant, new DataSubject.WithPhone("+40700000000")))
                .isEmpty();
    }

    @Test
    default void nothing_of_a_person_is_left_and_the_redacted_history_still_gives_the_deal() {
        var tenant = tenant();
        for (var deal : List.of(
                MarkedLife.lost(storage().negotiations(), ids(), tenant),
                MarkedLife.released(storage().negotiations(), ids(), tenant))) {
            assertThat(marks(deal.id(), MarkedLife.MARK)).isNotEmpty();

            var erased = erase(deal, "request 1");

            assertThat(erased.isRight()).isTrue();
            assertThat(marks(deal.id(), MarkedLife.MARK)).isEmpty();
            assertThat(storage().negotiations().find(deal.id()))
                    .contains(Negotiation.fold(storage().negotiations().history(deal.id())));
        }
    }

    @Test
    default void what_is_not_personal_stays_as_it_was() {
        var deal = MarkedLife.lost(storage().negotiations(), ids(), tenant());
        var quotes = storage().negotiations().quotes(deal.id());
        var events = storage().negotiations().history(deal.id()).size();

        erase(deal, "request 1");

        var after = storage().negotiations().find(deal.id()).orElseThrow();
        assertThat(after.stage()).isEqualTo(deal.stage());
        assertThat(after.bargain().quote()).isEqualTo(deal.bargain().quote());
        assertThat(after.lead()).isEqualTo(deal.lead());
        assertThat(storage().negotiations().quotes(deal.id())).isEqualTo(quotes);
        assertThat(storage().negotiations().history(deal.id())).hasSize(events + 1);
    }

    @Test
    default void the_invoice_keeps_its_customer_and_nothing_else() {
        var deal = MarkedLife.paid(storage().negotiations(), ids(), tenant());

        erase(deal, "request 1");

        var after = storage().negotiations().find(deal.id()).orElseThrow();
        assertThat(after.client()).isEqualTo(MarkedLife.PERSON.identity());
        assertThat(after.annotations().notes()).isEmpty();
        assertThat(marks(deal.id(), MarkedLife.MARK)).isEqualTo(marks(deal.id(), MarkedLife.MARK_ON_INVOICE));
        assertThat(Negotiation.fold(storage().negotiations().history(deal.id())))
                .isEqualTo(after);
    }

    @Test
    default void a_company_is_no_person() {
        var play = Play.open(storage().negotiations(), ids(), tenant()).to(NegotiationState.DEAD);

        erase(play.deal(), "request 1");

        assertThat(storage().negotiations().find(play.deal().id()).orElseThrow().client())
                .isEqualTo(Goods.COMPANY);
    }

    @Test
    default void the_deals_of_others_stay_as_they_were() {
        var tenant = tenant();
        var deal = MarkedLife.released(storage().negotiations(), ids(), tenant);
        var second = MarkedLife.released(storage().negotiations(), ids(), tenant);
        var foreign = MarkedLife.released(storage().negotiations(), ids(), tenant());

        erase(deal, "request 1");

        for (var other : List.of(second, foreign)) {
            assertThat(storage().negotiations().find(other.id())).contains(other);
            assertThat(Negotiation.fold(storage().negotiations().history(other.id())))
                    .isEqualTo(other);
        }
    }

    @Test
    default void what_was_done_is_told_by_its_key_and_by_its_deal() {
        var tenant = tenant();
        var deal = MarkedLife.paid(storage().negotiations(), ids(), tenant);
        var plan = plan(deal, "request 2");

        store().erase(plan.commit(), plan.erasure());

        assertThat(store().erasures(tenant, new IdempotencyKey("request 2"))).containsExactly(plan.erasure());
        assertThat(store().erasures(deal.id())).containsExactly(plan.erasure());
        assertThat(store().erasures(tenant, new IdempotencyKey("request 3"))).isEmpty();
        assertThat(store().erasures(tenant(), new IdempotencyKey("request 2"))).isEmpty();
    }

    @Test
    default void the_same_erasure_again_has_no_second_effect() {
        var deal = MarkedLife.released(storage().negotiations(), ids(), tenant());
        var plan = plan(deal, "request 1");
        var first = store().erase(plan.commit(), plan.erasure());

        var second = store().erase(plan.commit(), plan.erasure());

        assertThat(second).isEqualTo(first);
        assertThat(store().erasures(deal.id())).hasSize(1);
    }

    @Test
    default void an_erasure_on_an_old_version_is_refused_and_takes_nothing_away() {
        var deal = MarkedLife.released(storage().negotiations(), ids(), tenant());
        var late = plan(deal, "request 1");
        erase(deal, "request 2");
        var stands = storage().negotiations().history(deal.id());

        var answer = store().erase(late.commit(), late.erasure());

        assertThat(answer)
                .isEqualTo(Either.left(new NegotiationRefusal.StaleVersion(deal.version(), deal.version() + 1)));
        assertThat(storage().negotiations().history(deal.id())).isEqualTo(stands);
        assertThat(store().erasures(deal.id())).hasSize(1);
    }

    @Test
    default void deals_outlive_their_time_once_they_are_over_and_until_they_are_emptied() {
        var tenant = tenant();
        var over = MarkedLife.released(storage().negotiations(), ids(), tenant);
        var invoiced = MarkedLife.paid(storage().negotiations(), ids(), tenant);
        Play.open(storage().negotiations(), ids(), tenant);
        var later = Play.MORNING.plusSeconds(1);

        assertThat(store().outlived(tenant, Play.MORNING, DAY, 10)).isEmpty();
        assertThat(store().outlived(tenant, later, DAY, 10)).containsExactlyInAnyOrder(over.id(), invoiced.id());
        assertThat(store().outlived(tenant, later, DAY, 1)).hasSize(1);
        erase(over, "request 1");
        erase(invoiced, "request 1");
        assertThat(store().outlived(tenant, later, Forgetting.UNTIL.minusDays(1), 10))
                .isEmpty();
        assertThat(store().outlived(tenant, later, Forgetting.UNTIL, 10)).containsExactly(invoiced.id());
    }

    /** The day of the tests. */
    LocalDate DAY = LocalDate.of(2026, 3, 2);

    private Either<NegotiationRefusal, Receipt> erase(Negotiation deal, String key) {
        var plan = plan(deal, key);
        return store().erase(plan.commit(), plan.erasure());
    }

    private Forgetting plan(Negotiation deal, String key) {
        return Forgetting.of(storage(), ids(), deal, key);
    }

    private List<String> marks(NegotiationId id, Pattern mark) {
        var negotiations = storage().negotiations();
        return List.of(
                        negotiations.find(id),
                        negotiations.history(id),
                        negotiations.transitions(id),
                        negotiations.quotes(id),
                        Optional.of(storage().reservations().of(id)))
                .stream()
                .flatMap(part -> Leaves.texts(part).stream())
                .filter(text -> mark.matcher(text).find())
                .toList();
    }

    @Test
    default void what_was_said_about_a_deal_is_forgotten_with_its_person() {
        var deal = MarkedLife.released(storage().negotiations(), ids(), tenant());
        var talk = Talk.open(storage(), ids(), deal).lives("qzx-talk").current();

        var forgetting = Forgetting.of(storage(), ids(), deal, "request 1");
        store().erase(forgetting.commit(), forgetting.erasure()).get();

        var conversations = storage().conversations();
        assertThat(Leaves.texts(List.of(
                        conversations.find(talk.id()),
                        conversations.messages(talk.id(), 0, 100),
                        conversations.flaws(talk.id()),
                        conversations.toolCalls(talk.id()),
                        conversations.drafts(talk.id()),
                        conversations.slots(talk.id(), Instant.EPOCH))))
                .noneMatch(text -> MarkedLife.MARK.matcher(text).find());
        assertThat(conversations.messages(talk.id(), 0, 100)).hasSize(3);
    }
}
