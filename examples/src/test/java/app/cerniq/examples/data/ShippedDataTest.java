package app.cerniq.examples.data;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.negotiation.ClientData;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedDataTest {

    private final Catalogue catalogue = new CatalogueCsv("standard").shipped().get();
    private final List<ClientData> companies = CompaniesCsv.shipped().get();

    @Test
    void the_catalogue_has_a_hundred_offerings_and_stock_of_each() {
        assertThat(catalogue.offerings()).hasSize(100);
        assertThat(catalogue.onHand())
                .containsOnlyKeys(
                        catalogue.offerings().stream().map(PricedOffering::sku).toList());
    }

    @Test
    void each_floor_price_lies_between_cost_and_list_price() {
        assertThat(catalogue.offerings()).allSatisfy(offering -> {
            assertThat(offering.floorPrice()).isLessThan(offering.listPrice());
            offering.cost().ifPresent(cost -> assertThat(cost).isLessThan(offering.floorPrice()));
        });
    }

    @Test
    void some_costs_are_not_known() {
        assertThat(catalogue.offerings())
                .filteredOn(offering -> offering.cost().isEmpty())
                .hasSize(7);
    }

    @Test
    void seeds_fertilisers_and_pesticides_carry_11_percent_equipment_and_irrigation_21() {
        var reduced = VatTreatment.taxed("11");
        var standard = VatTreatment.taxed("21");

        assertThat(catalogue.offerings()).allSatisfy(offering -> {
            var kind = offering.sku().value().substring(0, 3);
            switch (kind) {
                case "SEM", "ING", "FOL", "ERB", "FUN", "INS", "REG", "MOL" ->
                    assertThat(offering.vat()).isEqualTo(reduced);
                case "ECH", "IRI" -> assertThat(offering.vat()).isEqualTo(standard);
                default -> assertThat(kind).isEqualTo("SRV");
            }
        });
    }

    @Test
    void of_the_services_only_field_work_carries_the_reduced_rate() {
        assertThat(catalogue.offerings())
                .filteredOn(offering -> offering.sku().value().startsWith("SRV"))
                .filteredOn(offering -> offering.vat().equals(VatTreatment.taxed("11")))
                .extracting(offering -> offering.sku().value())
                .containsExactly("SRV-DRONA-HA", "SRV-ERBICIDAT-HA", "SRV-SEMANAT-HA");
    }

    @Test
    void each_customer_has_all_that_a_fiscal_document_asks_for() {
        assertThat(companies)
                .hasSize(26)
                .allSatisfy(company ->
                        assertThat(company.missingForFiscalDocument()).isEmpty());
    }

    /** The tax authority is far from codes of ten digits that start with 9, and example.com is reserved (RFC 2606). */
    @Test
    void no_customer_can_be_a_real_company() {
        assertThat(companies).allSatisfy(company -> {
            assertThat(company.cui().orElseThrow().digits()).matches("9[0-9]{9}");
            company.email().ifPresent(email -> assertThat(email).endsWith("@example.com"));
        });
    }
}
