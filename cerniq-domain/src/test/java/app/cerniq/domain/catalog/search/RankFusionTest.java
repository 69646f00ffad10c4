package app.cerniq.domain.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.search.Matches.Kind;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RankFusionTest {

    private static final Sku A = new Sku("A");
    private static final Sku B = new Sku("B");
    private static final Sku C = new Sku("C");

    private static Matches list(Kind kind, Match... best) {
        return new Matches(kind, List.of(best), true);
    }

    private static double score(Kind kind, int place) {
        return RankFusion.fuse(List.of(list(kind, new Match(A, place))))
                .values()
                .iterator()
                .next()
                .score();
    }

    @Example
    void a_place_counts_half_of_one_by_sixty_plus_the_place() {
        assertThat(score(Kind.KEYWORD, 1)).isCloseTo(0.5 / 61, within(1e-12));
        assertThat(score(Kind.TYPO, 3)).isCloseTo(0.5 / 63, within(1e-12));
        assertThat(score(Kind.SEMANTIC, 40)).isCloseTo(0.5 / 100, within(1e-12));
    }

    @Example
    void what_is_on_both_lists_has_both_places() {
        var fused = RankFusion.fuse(
                List.of(list(Kind.KEYWORD, new Match(A, 1), new Match(B, 2)), list(Kind.SEMANTIC, new Match(B, 7))));

        assertThat(fused)
                .isEqualTo(Map.of(
                        A,
                        new Relevance(OptionalInt.of(1), OptionalInt.empty(), OptionalInt.empty()),
                        B,
                        new Relevance(OptionalInt.of(2), OptionalInt.empty(), OptionalInt.of(7))));
    }

    @Example
    void nothing_is_fused_out_of_nothing() {
        assertThat(RankFusion.fuse(List.of())).isEmpty();
    }

    @Example
    void two_lists_of_one_kind_cannot_be_fused() {
        var list = list(Kind.KEYWORD, new Match(A, 1));

        assertThatThrownBy(() -> RankFusion.fuse(List.of(list, list))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void a_better_place_is_worth_more(@ForAll Kind kind, @ForAll @IntRange(min = 1, max = 5_000) int place) {
        assertThat(score(kind, place)).isGreaterThan(score(kind, place + 1));
    }

    @Property
    void the_order_of_the_lists_makes_no_difference(
            @ForAll @IntRange(min = 1, max = 200) int one, @ForAll @IntRange(min = 1, max = 200) int other) {
        var words = list(Kind.KEYWORD, new Match(A, one), new Match(C, one));
        var meaning = list(Kind.SEMANTIC, new Match(A, other), new Match(B, other));

        assertThat(RankFusion.fuse(List.of(words, meaning))).isEqualTo(RankFusion.fuse(List.of(meaning, words)));
    }

    @Property
    void what_is_on_both_lists_beats_what_is_at_the_same_place_of_one(
            @ForAll @IntRange(min = 1, max = 200) int place, @ForAll @IntRange(min = 1, max = 2_000) int other) {
        var fused = RankFusion.fuse(List.of(
                list(Kind.KEYWORD, new Match(A, place), new Match(B, place)),
                list(Kind.SEMANTIC, new Match(A, other))));

        assertThat(fused.getOrDefault(A, Relevance.NONE).score())
                .isGreaterThan(fused.getOrDefault(B, Relevance.NONE).score());
    }

    @Example
    void a_product_is_on_a_list_once_and_the_better_places_come_first() {
        assertThatThrownBy(() -> list(Kind.KEYWORD, new Match(A, 1), new Match(A, 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> list(Kind.KEYWORD, new Match(A, 2), new Match(B, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Match(A, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A cache keeps matches; whatever they hold, it may serve late. */
    @Example
    void a_match_has_no_room_for_a_price_or_a_stock_figure() {
        assertThat(Match.class.getRecordComponents())
                .extracting(component -> component.getType().getName())
                .containsExactly(Sku.class.getName(), "int");
        assertThat(Matches.class.getRecordComponents())
                .extracting(component -> component.getGenericType().getTypeName())
                .containsExactly(Kind.class.getName(), "java.util.List<" + Match.class.getName() + ">", "boolean");
    }
}
