package app.cerniq.domain.negotiation;

import static app.cerniq.domain.negotiation.Deals.COMPANY;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.ClientData.PostalAddress;
import app.cerniq.domain.shared.Cnp;
import app.cerniq.domain.shared.Cui;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientDataTest {

    @Test
    void a_company_with_name_cui_and_address_is_complete() {
        assertThat(COMPANY.missingForFiscalDocument()).isEmpty();
    }

    @Test
    void so_is_a_person_with_a_cnp() {
        var person = client("Ana Pop", Optional.empty(), Optional.of(new Cnp("1800101400181")));

        assertThat(person.missingForFiscalDocument()).isEmpty();
    }

    @Test
    void a_blank_name_is_no_name() {
        var nameless = client("  ", COMPANY.cui(), Optional.empty());

        assertThat(nameless.missingForFiscalDocument()).containsExactly("name");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Slobozia, Ialomița, RO",
        "Str. 1, ' ', Ialomița, RO",
        "Str. 1, Slobozia, '', RO",
        "Str. 1, Slobozia, Ialomița, ''"
    })
    void an_address_with_a_gap_is_no_address(String street, String city, String county, String country) {
        var homeless = ClientData.company(
                "Ferma SRL", new Cui("8000000000"), new PostalAddress(street, city, county, country));

        assertThat(homeless.missingForFiscalDocument()).containsExactly("address");
    }

    private static ClientData client(String name, Optional<Cui> cui, Optional<Cnp> cnp) {
        return new ClientData(
                Optional.of(name), cui, cnp, Optional.empty(), COMPANY.address(), Optional.empty(), Optional.empty());
    }
}
