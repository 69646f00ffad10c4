package app.cerniq.application.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.runtime.event.CrossStageEvent;
import app.cerniq.domain.runtime.event.EventRefusal.Unreadable;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.ports.runtime.OutboxMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventJsonTest {

    @ParameterizedTest
    @EnumSource
    void an_event_of_every_type_is_read_back_as_it_was(EventType type) {
        for (var isFull : new boolean[] {true, false}) {
            var event = Samples.envelope(isFull ? Samples.full(type) : Samples.bare(type), isFull);

            assertThat(EventJson.envelope(EventJson.message(event)).get()).isEqualTo(event);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_reader_passes_over_fields_that_came_later(EventType type) {
        var event = Samples.envelope(Samples.full(type), true);
        var later = EventJson.message(event);

        var read = EventJson.envelope(with(later, later.payload().replaceFirst("\\{", "{\"later\": {\"a\": [1]}, ")));

        assertThat(read.get()).isEqualTo(event);
    }

    @Test
    void the_fields_of_the_source_document_have_their_names() throws JsonProcessingException {
        var sale = EventJson.mapper().readTree(EventJson.payload(Samples.full(EventType.SALE_COMPLETED)));

        assertThat(sale.fieldNames())
                .toIterable()
                .containsExactly(
                        "negotiationId",
                        "leadId",
                        "contactId",
                        "clientCui",
                        "invoiceDetails",
                        "productsSold",
                        "assignedUserId",
                        "completedAt");
        assertThat(sale.at("/productsSold/0/unitPrice/amount").textValue()).isEqualTo("2400.50");
        assertThat(sale.at("/productsSold/0/quantity/value").textValue()).isEqualTo("12.500");
        assertThat(sale.get("completedAt").textValue()).isEqualTo("2026-03-02T12:00:00.123456Z");
    }

    @Test
    void the_envelope_as_others_get_it() throws JsonProcessingException {
        var event = Samples.envelope(Samples.full(EventType.LEAD_CANCELLED), true);

        var json = EventJson.mapper().readTree(EventJson.text(event));

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "eventId",
                        "eventType",
                        "version",
                        "tenantId",
                        "correlationId",
                        "causationId",
                        "timestamp",
                        "scheduledFor",
                        "subject",
                        "payload",
                        "metadata",
                        "trace");
        assertThat(json.at("/metadata/priority").textValue()).isEqualTo("HIGH");
        assertThat(event.payload()).isInstanceOf(CrossStageEvent.LeadCancelled.class);
    }

    @Test
    void an_unknown_type_a_later_version_and_a_missing_field_are_told_apart() {
        var good = EventJson.message(Samples.envelope(Samples.full(EventType.CIRCUIT_CLOSED), true));

        assertThat(why(with(good, "{}")))
                .contains("payload is not as its type asks")
                .contains("service");
        assertThat(why(with(good, "{"))).contains("payload is not as its type asks");
        assertThat(why(of(good, "circuit.melted", 1))).contains("no event of this name");
        assertThat(why(of(good, "circuit.closed", 2))).contains("latest known version is 1");
        assertThat(why(of(good, "circuit.closed", 0))).contains("latest known version is 1");
    }

    private static String why(OutboxMessage message) {
        Unreadable refused = EventJson.envelope(message).getLeft();
        return refused.describe();
    }

    private static OutboxMessage with(OutboxMessage message, String payload) {
        return copy(message, message.type(), message.version(), payload);
    }

    private static OutboxMessage of(OutboxMessage message, String type, int version) {
        return copy(message, type, version, message.payload());
    }

    private static OutboxMessage copy(OutboxMessage message, String type, int version, String payload) {
        return new OutboxMessage(
                message.tenant(),
                message.eventId(),
                type,
                version,
                message.subject(),
                message.correlation(),
                message.causation(),
                message.timestamp(),
                message.scheduledFor(),
                message.metadata(),
                message.trace(),
                payload);
    }
}
