package app.cerniq.domain.catalog;

import static app.cerniq.domain.shared.Money.RON;
import static app.cerniq.domain.shared.Money.ron;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Of whatever lists were let in, exactly one decides, at every instant and on every channel. */
class PrecedenceTest {

    private static final int DAYS = 8;
    private static final List<SalesChannelCode> CHANNELS =
            List.of(SalesChannelCode.DIRECT, new SalesChannelCode("dealers"), new SalesChannelCode("web"));

    /** A list as the model sees it: the channel is 0 for every one, or the number of one; it ends before {@code end}. */
    record Wanted(int channel, int begin, int end, int precedence) {}

    @Property(tries = 500)
    void the_answer_is_the_one_that_a_naive_search_finds(@ForAll("lists") List<Wanted> wanted) {
        var admitted = new ArrayList<PriceList>();
        var model = new ArrayList<Wanted>();
        for (var one : wanted) {
            var list = list(model.size(), one);
            var isAdmitted = list.beside(admitted).isRight();

            assertThat(isAdmitted).isEqualTo(model.stream().noneMatch(other -> tie(one, other)));
            if (isAdmitted) {
                admitted.add(list);
                model.add(one);
            }
        }

        var assortment = assortment(admitted);
        for (var day = 0; day <= DAYS; day++) {
            for (var channel = 1; channel <= CHANNELS.size(); channel++) {
                var answer = assortment
                        .ask(PlantProtection.SKU, CHANNELS.get(channel - 1), RON, instant(day))
                        .toJavaOptional()
                        .map(PricedOffering::priceList);

                assertThat(answer).isEqualTo(naive(model, channel, day));
            }
        }
    }

    private static boolean tie(Wanted one, Wanted other) {
        return one.channel() == other.channel()
                && one.precedence() == other.precedence()
                && Math.max(one.begin(), other.begin()) < Math.min(one.end(), other.end());
    }

    /** From the highest precedence down, the channel's own list first; and never two that say the same. */
    private static Optional<String> naive(List<Wanted> model, int channel, int day) {
        for (var precedence = 3; precedence >= 0; precedence--) {
            for (var whose : new int[] {channel, 0}) {
                var found = new ArrayList<String>();
                for (var i = 0; i < model.size(); i++) {
                    var list = model.get(i);
                    if (list.precedence() == precedence
                            && list.channel() == whose
                            && list.begin() <= day
                            && day < list.end()) {
                        found.add("list-" + i);
                    }
                }
                assertThat(found).hasSizeLessThan(2);
                if (!found.isEmpty()) {
                    return Optional.of(found.get(0));
                }
            }
        }
        return Optional.empty();
    }

    @Provide
    Arbitrary<List<Wanted>> lists() {
        var days = Arbitraries.integers().between(0, DAYS);
        return Combinators.combine(
                        Arbitraries.integers().between(0, CHANNELS.size()),
                        days,
                        Arbitraries.integers().between(1, DAYS),
                        Arbitraries.integers().between(0, 3))
                .as((channel, begin, length, precedence) -> new Wanted(channel, begin, begin + length, precedence))
                .list()
                .ofMaxSize(10);
    }

    private static PriceList list(int number, Wanted wanted) {
        return new PriceList(
                new PriceListCode("list-" + number),
                "List " + number,
                RON,
                wanted.channel() == 0 ? Optional.empty() : Optional.of(CHANNELS.get(wanted.channel() - 1)),
                Validity.between(instant(wanted.begin()), instant(wanted.end())),
                wanted.precedence(),
                1);
    }

    private static Assortment assortment(List<PriceList> lists) {
        var tag = new PriceTag(ron("100"), Optional.empty(), ron("80"), Optional.empty());
        return new Assortment(
                Map.of(PlantProtection.SKU, PlantProtection.canister()),
                Map.of(PlantProtection.CODE, PlantProtection.active()),
                CHANNELS.stream()
                        .map(code -> SalesChannel.of(code, code.value()))
                        .toList(),
                lists,
                lists.stream()
                        .map(list -> new PriceHistory(
                                list.code(),
                                PlantProtection.SKU,
                                List.of(new VariantPrice(list.code(), PlantProtection.SKU, 1, tag, Validity.ALWAYS))))
                        .toList());
    }

    private static Instant instant(int day) {
        return Instant.parse("2026-03-01T00:00:00Z").plusSeconds(86_400L * day);
    }
}
