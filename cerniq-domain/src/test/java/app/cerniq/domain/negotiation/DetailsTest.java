package app.cerniq.domain.negotiation;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.domain.shared.InvalidValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetailsTest {

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0.125", "0", "0.50000", "1.000"})
    void a_sentiment_lies_between_minus_one_and_one(String sentiment) {
        assertThat(outlook(0, sentiment).sentiment()).isEqualTo(new BigDecimal(sentiment).setScale(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1.001", "1.001", "0.1234"})
    void anything_else_is_no_sentiment(String sentiment) {
        assertThatIllegalArgumentException().isThrownBy(() -> outlook(0, sentiment));
    }

    @Test
    void engagement_is_counted_from_zero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outlook(-1, "0"))
                .withMessage("An engagement score is 0 or more, not -1.");
    }

    @Test
    void tags_are_a_set_in_a_fixed_order() {
        var notes = new Annotations(List.of("vip", "irrigation", "vip"), Optional.empty(), Map.of());

        assertThat(notes.tags()).containsExactly("irrigation", "vip");
    }

    @Test
    void custom_fields_are_copied_on_the_way_in() {
        var fields = new HashMap<>(Map.of("crm", "17"));
        var notes = new Annotations(List.of(), Optional.empty(), fields);

        fields.put("crm", "18");

        assertThat(notes.customFields()).isEqualTo(Map.of("crm", "17"));
    }

    @Test
    void and_nobody_changes_them_on_the_way_out() {
        var notes = new Annotations(List.of(), Optional.empty(), Map.of("crm", "17"));

        assertThatThrownBy(() -> notes.customFields().put("crm", "18"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void nobody_drives_with_four_hands() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Control(true, Optional.empty(), Optional.empty(), true, Optional.empty()))
                .withMessage("The agent is off while a human holds the deal.");
    }

    @ParameterizedTest
    @EnumSource
    void every_tool_is_found_by_its_word(Tool tool) {
        assertThat(Tool.parse(tool.word())).isEqualTo(right(tool));
    }

    @Test
    void an_unknown_tool_is_refused_with_those_there_are() {
        assertThat(Tool.parse("check_stock"))
                .isEqualTo(left(new InvalidValue(
                        "tool",
                        "check_stock",
                        "one of search_products, get_catalog, get_product_details, check_realtime_stock,"
                                + " calculate_discount, validate_client_data, create_proforma, track_proforma_status,"
                                + " resend_proforma, convert_to_invoice, send_einvoice, track_payment")));
    }

    @ParameterizedTest
    @EnumSource
    void every_trigger_is_found_by_its_word(TransitionTrigger trigger) {
        assertThat(TransitionTrigger.fromWord(trigger.word())).isEqualTo(trigger);
    }

    @Test
    void an_unknown_trigger_is_no_trigger() {
        assertThatIllegalArgumentException().isThrownBy(() -> TransitionTrigger.fromWord("cron"));
    }

    private static Outlook outlook(int engagement, String sentiment) {
        return new Outlook(Priority.MEDIUM, engagement, new BigDecimal(sentiment), Optional.empty(), Optional.empty());
    }
}
