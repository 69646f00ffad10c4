package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.guardrail.SalesTerms;
import app.cerniq.domain.guardrail.SalesTerms.Days;
import app.cerniq.domain.guardrail.Severity;
import app.cerniq.domain.guardrail.tenant.Action;
import app.cerniq.domain.guardrail.tenant.Condition;
import app.cerniq.domain.guardrail.tenant.Field;
import app.cerniq.domain.guardrail.tenant.GuardrailPack;
import app.cerniq.domain.guardrail.tenant.GuardrailRefusal;
import app.cerniq.domain.guardrail.tenant.Literal;
import app.cerniq.domain.guardrail.tenant.Operator;
import app.cerniq.domain.guardrail.tenant.TenantGuardrail;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.Iban;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.guardrail.GuardrailBook;
import app.cerniq.ports.guardrail.GuardrailBook.InForce;
import app.cerniq.ports.guardrail.GuardrailBook.Latest;
import app.cerniq.ports.guardrail.Vocabulary;
import app.cerniq.testkit.fixture.Goods;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every {@link GuardrailBook} must do. */
public interface GuardrailBookContract extends StorageContract {

    Instant MARCH = Instant.parse("2026-03-01T08:00:00.123456Z");
    Instant APRIL = Instant.parse("2026-04-01T08:00:00Z");

    /** Everything laid down. */
    SalesTerms EVERYTHING = new SalesTerms(
            1,
            Optional.of(new Days(3, 5, true)),
            Optional.of(Days.of(30)),
            Optional.of(Days.of(730)),
            Optional.of(Days.of(7)),
            Optional.of(Percentage.of("25.5")),
            Optional.of(Money.ron("5000.00")),
            List.of("Agricover", "Cerealcom"),
            List.of("tombolă, „gratis”"),
            Severity.MEDIUM,
            Percentage.of("12.75"),
            Optional.of(new Cui("8000000000")),
            Optional.of(new Iban("RO49AAAA1B31007593840000")));

    private GuardrailBook book() {
        return storage().guardrailBook();
    }

    @Test
    default void before_anything_is_laid_down_nothing_holds() {
        var tenant = tenant();

        assertThat(book().at(tenant, MARCH)).isEqualTo(new InForce(SalesTerms.NONE, List.of()));
        assertThat(book().latest(tenant)).isEqualTo(new Latest(0, 0));
    }

    @Test
    default void sales_terms_come_back_as_they_were_laid_down() {
        var tenant = tenant();

        book().lay(tenant, EVERYTHING, MARCH).get();

        assertThat(book().at(tenant, MARCH).terms()).isEqualTo(EVERYTHING);
        assertThat(book().latest(tenant)).isEqualTo(new Latest(1, 0));
    }

    @Test
    default void terms_that_lay_nothing_down_come_back_too() {
        var tenant = tenant();

        for (var version = 1; version <= 7; version++) {
            book().lay(tenant, SalesTerms.NONE.asVersion(version), MARCH).get();
        }

        assertThat(book().at(tenant, MARCH).terms()).isEqualTo(SalesTerms.NONE.asVersion(7));
    }

    @Test
    default void a_version_holds_from_its_instant_until_the_next_one_does() {
        var tenant = tenant();
        book().lay(tenant, EVERYTHING, MARCH).get();
        book().lay(tenant, SalesTerms.NONE.asVersion(2), APRIL).get();

        assertThat(book().at(tenant, MARCH.minusMillis(1)).terms()).isEqualTo(SalesTerms.NONE);
        assertThat(book().at(tenant, APRIL.minusMillis(1)).terms()).isEqualTo(EVERYTHING);
        assertThat(book().at(tenant, APRIL).terms().version()).isEqualTo(2);
    }

    @Test
    default void guardrails_come_back_as_they_were_laid_down() {
        var pack = pack(tenant(), 1, MARCH);

        book().install(pack).get();

        assertThat(book().at(pack.tenant(), MARCH).guardrails()).containsExactly(pack);
        assertThat(book().latest(pack.tenant())).isEqualTo(new Latest(0, 1));
    }

    @Test
    default void an_empty_pack_takes_the_guardrails_away() {
        var pack = pack(tenant(), 1, MARCH);
        book().install(pack).get();

        book().install(new GuardrailPack(pack.tenant(), 2, APRIL, List.of())).get();

        assertThat(book().at(pack.tenant(), APRIL).guardrails())
                .singleElement()
                .satisfies(now -> assertThat(now.guardrails()).isEmpty());
    }

    @Test
    default void a_number_that_is_not_the_next_is_refused() {
        var tenant = tenant();
        book().install(pack(tenant, 1, MARCH)).get();

        assertThat(book().install(pack(tenant, 1, MARCH)).getLeft()).isEqualTo(new GuardrailRefusal.StaleVersion(0, 1));
        assertThat(book().install(pack(tenant, 3, MARCH)).getLeft()).isEqualTo(new GuardrailRefusal.StaleVersion(2, 1));
        assertThat(book().lay(tenant, EVERYTHING.asVersion(2), MARCH).getLeft())
                .isEqualTo(new GuardrailRefusal.StaleVersion(1, 0));
    }

    @Test
    default void a_version_does_not_begin_before_the_one_before_it() {
        var tenant = tenant();
        book().lay(tenant, EVERYTHING, APRIL).get();

        var refused = book().lay(tenant, EVERYTHING.asVersion(2), MARCH).getLeft();

        assertThat(refused).isEqualTo(new GuardrailRefusal.TooEarly(MARCH, APRIL));
        assertThat(book().latest(tenant)).isEqualTo(new Latest(1, 0));
    }

    @Test
    default void a_tenant_that_is_not_set_up_lays_nothing_down() {
        var nobody = new TenantId(ids().next());

        assertThat(book().lay(nobody, EVERYTHING, MARCH).getLeft())
                .isEqualTo(new GuardrailRefusal.UnknownTenant(nobody));
        assertThat(book().install(pack(nobody, 1, MARCH)).getLeft())
                .isEqualTo(new GuardrailRefusal.UnknownTenant(nobody));
    }

    @Test
    default void of_two_who_lay_down_the_same_version_one_wins_and_the_other_is_told() throws Exception {
        var tenant = tenant();
        var executor = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> laying =
                    () -> book().lay(tenant, EVERYTHING, MARCH).isRight();

            var won = 0;
            for (var done : executor.invokeAll(List.of(laying, laying))) {
                won += done.get() ? 1 : 0;
            }

            assertThat(won).isOne();
        } finally {
            executor.shutdown();
        }
    }

    @Test
    default void what_goods_are_called_is_read_with_the_state_of_the_catalogue() {
        var tenant = withoutGoods();
        var before = book().vocabularyState(tenant);

        storage().offerings().putOnSale(tenant, List.of(Goods.UREA, Goods.WHEAT_SEED));

        var vocabulary = book().vocabulary(tenant);
        assertThat(vocabulary.state()).isEqualTo(book().vocabularyState(tenant)).isNotEqualTo(before);
        assertThat(vocabulary.goods())
                .containsExactly(
                        new Vocabulary.Named(Goods.UREA.sku(), Goods.UREA.name(), Goods.UREA.unit()),
                        new Vocabulary.Named(Goods.WHEAT_SEED.sku(), Goods.WHEAT_SEED.name(), Goods.WHEAT_SEED.unit()));
        assertThat(book().vocabulary(withoutGoods()).goods()).isEmpty();
    }

    private TenantId withoutGoods() {
        var tenant = new TenantId(ids().next());
        storage().tenants().setUp(tenant, "A tenant without goods");
        return tenant;
    }

    /** Two guardrails, one with everything and one with as little as possible. */
    static GuardrailPack pack(TenantId tenant, long version, Instant from) {
        return new GuardrailPack(
                tenant,
                version,
                from,
                List.of(
                        new TenantGuardrail(
                                "NO-GIFTS",
                                "nobody promises gifts",
                                10,
                                List.of(
                                        condition(Field.TEXT, Operator.CONTAINS, "cadou „gratis”"),
                                        condition(Field.STATE, Operator.NOT_EQUALS, "PAID")),
                                Action.ESCALATE,
                                "No gifts.",
                                Optional.of("A colleague will answer you.")),
                        new TenantGuardrail(
                                "BIG",
                                "large quotes",
                                0,
                                List.of(condition(Field.QUOTE_TOTAL, Operator.AT_LEAST, "100000.00")),
                                Action.WARN,
                                "A large quote.",
                                Optional.empty())));
    }

    private static Condition condition(Field field, Operator operator, String value) {
        return new Condition(field, operator, Literal.read(field.form(), value).orElseThrow());
    }
}
