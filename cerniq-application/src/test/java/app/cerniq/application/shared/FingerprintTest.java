package app.cerniq.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.RecordAgreement;
import app.cerniq.application.negotiation.NegotiationCommand.ReviseQuote;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final Sku SEED = new Sku("SEM-1");

    record Bag(Set<String> set, Map<String, Integer> map, Optional<String> text) {}

    @Test
    void equal_commands_have_one_fingerprint() {
        assertThat(Fingerprint.of(adding("12.5"))).isEqualTo(Fingerprint.of(adding("12.500")));
    }

    @Test
    void another_quantity_is_another_command() {
        assertThat(Fingerprint.of(adding("12.5"))).isNotEqualTo(Fingerprint.of(adding("12.6")));
    }

    @Test
    void the_kind_of_a_command_counts() {
        var items = List.of(new ReviseQuote.Item(SEED, Quantity.of("1", Unit.BAG), Percentage.ZERO));

        assertThat(Fingerprint.of(new ReviseQuote(items)))
                .isNotEqualTo(Fingerprint.of(new AddItem(SEED, Quantity.of("1", Unit.BAG), Percentage.ZERO)));
    }

    @Test
    void the_order_inside_a_set_or_a_map_does_not_count() {
        var one = new Bag(Set.of("a", "b", "c"), Map.of("x", 1, "y", 2), Optional.of("t"));
        var other = new Bag(Set.of("c", "a", "b"), Map.of("y", 2, "x", 1), Optional.of("t"));

        assertThat(Fingerprint.of(one)).isEqualTo(Fingerprint.of(other));
    }

    @Property(tries = 200)
    void words_cannot_cross_the_border_between_two_fields(@ForAll String left, @ForAll String right) {
        var hash = ContentHash.of(List.of("quote"));
        var split = new RecordAgreement(hash, left + right);
        var bag = new Bag(Set.of(), Map.of(), Optional.of(left + "," + right));

        assertThat(Fingerprint.of(split, bag))
                .isEqualTo(Fingerprint.of(split, bag))
                .isNotEqualTo(Fingerprint.of(bag, split))
                .isNotEqualTo(Fingerprint.of(new RecordAgreement(hash, left + right + "x"), bag));
    }

    private static AddItem adding(String quantity) {
        return new AddItem(SEED, Quantity.of(quantity, Unit.TONNE), Percentage.ZERO);
    }
}
