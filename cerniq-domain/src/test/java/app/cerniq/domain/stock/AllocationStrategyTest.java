package app.cerniq.domain.stock;

import static app.cerniq.domain.stock.Stocks.kg;
import static app.cerniq.domain.stock.Stocks.level;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.shared.Amounts;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.AllocationStrategy.Pick;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AllocationStrategyTest {

    private static final AllocationStrategy FEWEST = AllocationStrategy.fewestLocations();
    private static final List<StockLevel> THREE =
            List.of(level("w1", "5", "0"), level("w2", "20", "0"), level("w3", "12", "0"));

    @Test
    void the_smallest_stock_that_is_enough_gives_alone() {
        assertThat(FEWEST.allocate(quantity("6"), THREE)).containsExactly(pick("w3", "6"));
    }

    @Test
    void where_none_is_enough_the_largest_gives_first() {
        assertThat(FEWEST.allocate(quantity("30"), THREE)).containsExactly(pick("w2", "20"), pick("w3", "10"));
    }

    @Test
    void among_equals_the_first_by_name_gives() {
        var equals = List.of(level("w2", "5", "0"), level("w1", "5", "0"));

        assertThat(FEWEST.allocate(quantity("5"), equals)).containsExactly(pick("w1", "5"));
    }

    @Test
    void what_is_held_is_not_given() {
        assertThat(FEWEST.allocate(quantity("10"), List.of(level("w1", "12", "8"))))
                .containsExactly(pick("w1", "4"));
    }

    @Test
    void a_fixed_order_is_kept_to() {
        var strategy = AllocationStrategy.inOrder(List.of(new LocationCode("w3"), new LocationCode("w1")));

        assertThat(strategy.allocate(quantity("15"), THREE)).containsExactly(pick("w3", "12"), pick("w1", "3"));
    }

    @Test
    void and_nothing_is_taken_elsewhere() {
        var strategy = AllocationStrategy.inOrder(List.of(new LocationCode("w1")));

        assertThat(strategy.allocate(quantity("6"), THREE)).containsExactly(pick("w1", "5"));
    }

    @Property
    void together_the_picks_are_what_is_wanted_or_all_that_there_is(
            @ForAll("quantities") Quantity wanted, @ForAll("levels") List<StockLevel> levels) {
        var there = levels.stream().map(StockLevel::available).reduce(kg("0"), StockAmount::plus);

        assertThat(total(FEWEST.allocate(wanted, levels)))
                .isEqualTo(StockAmount.of(wanted).min(there));
    }

    @Property
    void no_pick_is_more_than_lies_there(
            @ForAll("quantities") Quantity wanted, @ForAll("levels") List<StockLevel> levels) {
        assertThat(FEWEST.allocate(wanted, levels))
                .allMatch(pick -> levels.stream()
                        .anyMatch(level -> level.place().location().equals(pick.location())
                                && level.available().covers(pick.quantity())));
    }

    @Property
    void no_location_is_picked_twice(@ForAll("quantities") Quantity wanted, @ForAll("levels") List<StockLevel> levels) {
        assertThat(FEWEST.allocate(wanted, levels)).extracting(Pick::location).doesNotHaveDuplicates();
    }

    @Property
    void one_location_fewer_would_be_too_few(
            @ForAll("quantities") Quantity wanted, @ForAll("levels") List<StockLevel> levels) {
        var picks = FEWEST.allocate(wanted, levels);
        var oneFewer = levels.stream()
                .map(StockLevel::available)
                .sorted(Comparator.comparing(StockAmount::value).reversed())
                .limit(Math.max(picks.size() - 1, 0))
                .reduce(kg("0"), StockAmount::plus);

        assertThat(oneFewer.covers(wanted)).isFalse();
    }

    @Property
    void the_order_of_the_levels_does_not_matter(
            @ForAll("quantities") Quantity wanted, @ForAll("levels") List<StockLevel> levels) {
        var reversed = new ArrayList<>(levels);
        Collections.reverse(reversed);

        assertThat(FEWEST.allocate(wanted, reversed)).isEqualTo(FEWEST.allocate(wanted, levels));
    }

    @Property
    void a_fixed_order_of_all_locations_finds_as_much(
            @ForAll("quantities") Quantity wanted, @ForAll("levels") List<StockLevel> levels) {
        var strategy = AllocationStrategy.inOrder(
                levels.stream().map(level -> level.place().location()).toList());

        assertThat(total(strategy.allocate(wanted, levels))).isEqualTo(total(FEWEST.allocate(wanted, levels)));
    }

    @Property
    void in_a_fixed_order_a_location_gives_all_before_the_next_gives_any(
            @ForAll("quantities") Quantity wanted, @ForAll("levels") List<StockLevel> levels) {
        var order = levels.stream().map(level -> level.place().location()).toList();

        var picks = AllocationStrategy.inOrder(order).allocate(wanted, levels);

        assertThat(picks).extracting(Pick::location).isEqualTo(order.subList(0, picks.size()));
        assertThat(picks.stream().limit(Math.max(picks.size() - 1, 0)))
                .allMatch(pick -> levels.stream()
                        .anyMatch(level -> level.place().location().equals(pick.location())
                                && level.available().equals(StockAmount.of(pick.quantity()))));
    }

    @Provide
    Arbitrary<Quantity> quantities() {
        return Amounts.kilogramsUpTo(3_000_000);
    }

    @Provide
    Arbitrary<List<StockLevel>> levels() {
        return Stocks.anyLevels();
    }

    private static Quantity quantity(String value) {
        return Quantity.of(value, Unit.KILOGRAM);
    }

    private static Pick pick(String location, String quantity) {
        return new Pick(new LocationCode(location), quantity(quantity));
    }

    private static StockAmount total(List<Pick> picks) {
        return picks.stream().map(pick -> StockAmount.of(pick.quantity())).reduce(kg("0"), StockAmount::plus);
    }
}
