package app.cerniq.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.negotiation.Annotations;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.ClientData.PostalAddress;
import app.cerniq.domain.shared.Cnp;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.Iban;
import app.cerniq.domain.shared.TradeRegisterNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever holds personal data may end in a log by accident, and then says nothing of the person. */
class HiddenInTextTest {

    private static final Cnp CNP = new Cnp("2850715400025");

    private static final ClientData PERSON = new ClientData(
            Optional.of("qzx-name"),
            Optional.empty(),
            Optional.of(CNP),
            Optional.empty(),
            Optional.of(new PostalAddress("qzx-street", "qzx-city", "qzx-county", "RO")),
            Optional.of("qzx@example.ro"),
            Optional.of("+40799000123"));

    static Stream<Object> whatHoldsPersonalData() {
        return Stream.of(
                PERSON,
                Optional.of(PERSON),
                PERSON.address().orElseThrow(),
                CNP,
                new Iban("RO49AAAA1B31007593840000"),
                new Annotations(List.of("qzx-tag"), Optional.of("qzx-note"), Map.of("qzx-field", "qzx-value")),
                new DataSubject.WithCnp(CNP),
                new DataSubject.WithEmail("qzx@example.ro"),
                new DataSubject.WithPhone("+40799000123"));
    }

    @ParameterizedTest
    @MethodSource("whatHoldsPersonalData")
    void nothing_personal_is_in_the_text(Object holder) {
        assertThat(holder.toString()).doesNotContainPattern("qzx|2850715|99000123|1B31007593");
    }

    @Test
    void a_bad_number_is_not_in_the_exception() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Iban("RO50AAAA1B31007593840000"))
                .withMessageNotContaining("1B31007593");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cnp("2850715400026"))
                .withMessageNotContaining("2850715");
    }

    @Test
    void what_is_there_can_still_be_seen() {
        assertThat(PERSON).hasToString("ClientData[name, CNP, address, email, phone]");
        assertThat(ClientData.UNKNOWN).hasToString("ClientData[]");
        assertThat(CNP).hasToString("2************");
        assertThat(new Iban("RO49AAAA1B31007593840000")).hasToString("RO**AAAA************0000");
    }

    @Test
    void a_company_is_known_by_its_code() {
        var address = new PostalAddress("qzx-street", "qzx-city", "qzx-county", "RO");

        assertThat(ClientData.company("Ferma SRL", new Cui("8000000000"), address))
                .hasToString("ClientData[name, CUI 8000000000, address]");
    }

    @Test
    void a_company_is_no_person_and_a_sole_trader_is_one() {
        var company = ClientData.company(
                "Ferma SRL", new Cui("8000000000"), PERSON.address().orElseThrow());

        assertThat(company.isPerson()).isFalse();
        assertThat(registered(company, "J40/1234/2006").isPerson()).isFalse();
        assertThat(registered(company, "F40/1234/2006").isPerson()).isTrue();
        assertThat(PERSON.isPerson()).isTrue();
        assertThat(ClientData.UNKNOWN.isPerson()).isTrue();
    }

    private static ClientData registered(ClientData company, String number) {
        return new ClientData(
                company.name(),
                company.cui(),
                company.cnp(),
                Optional.of(new TradeRegisterNumber(number)),
                company.address(),
                company.email(),
                company.phone());
    }
}
