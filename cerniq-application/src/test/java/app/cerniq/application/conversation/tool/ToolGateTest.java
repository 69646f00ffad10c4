package app.cerniq.application.conversation.tool;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.Desk;
import app.cerniq.application.negotiation.NegotiationCommand.HandOver;
import app.cerniq.domain.guardrail.ToolRefusal;
import app.cerniq.domain.guardrail.ToolRefusal.AgentIsOff;
import app.cerniq.domain.guardrail.ToolRefusal.MalformedArguments;
import app.cerniq.domain.guardrail.ToolRefusal.NotInThisState;
import app.cerniq.domain.guardrail.ToolRefusal.UnknownDeal;
import app.cerniq.domain.guardrail.ToolRefusal.UnknownTool;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.Tool;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.fiscal.TaxRegistration;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fiscal.SimulatedEInvoices;
import app.cerniq.testkit.fiscal.SimulatedInvoicing;
import app.cerniq.testkit.fiscal.SimulatedTaxRegistry;
import app.cerniq.testkit.fixture.People;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vavr.control.Either;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an agent may ask for, and what it is told. */
class ToolGateTest {

    private static final Cui OF_THE_FARM = new Cui("8000000000");

    private final Desk desk = new Desk();
    private final SimulatedTaxRegistry registry = new SimulatedTaxRegistry();
    private final SimulatedInvoicing office = new SimulatedInvoicing(desk.clock);
    private final Cerniq cerniq = Cerniq.builder()
            .storage(desk.storage)
            .policies(DroolsPolicies.standard())
            .invoicing(office)
            .eInvoices(new SimulatedEInvoices(desk.clock))
            .taxRegistry(registry)
            .clock(desk.clock)
            .ids(desk.ids)
            .build();

    private Either<ToolRefusal, String> use(String tool, String input) {
        return cerniq.toolsFor(People.AGENT).use(desk.id, tool, input);
    }

    private JsonNode gives(String tool, String input) {
        var answer = use(tool, input).getOrElseThrow(refusal -> new AssertionError(refusal.describe()));
        try {
            return new ObjectMapper().readTree(answer);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(answer, broken);
        }
    }

    @Test
    void a_tool_that_does_not_exist_is_refused_and_those_that_do_are_named() {
        assertThat(use("drop_tables", "{}").getLeft()).isInstanceOf(UnknownTool.class);
        assertThat(use("drop_tables", "{}").getLeft().accepted()).contains("search_products");
    }

    @Test
    void in_another_state_a_tool_is_closed_and_the_open_ones_are_named() {
        var refused = use("create_proforma", "{}").getLeft();

        assertThat(refused).isInstanceOf(NotInThisState.class);
        assertThat(refused.accepted()).isEqualTo("search_products, get_catalog");
    }

    @Test
    void a_deal_of_another_tenant_is_no_deal() {
        var strange = new NegotiationId(new TenantId(desk.ids.next()), desk.id.value());

        var refused = cerniq.toolsFor(People.AGENT).use(strange, "search_products", "{\"query\":\"urea\"}");

        assertThat(refused.getLeft()).isEqualTo(new UnknownDeal(strange));
    }

    @Test
    void after_a_takeover_no_tool_is_open() {
        desk.must(
                People.REP,
                (its, ask) -> its.handOver(ask, new HandOver(People.idOf(People.REP), "the customer is angry")));

        assertThat(use("search_products", "{\"query\":\"urea\"}").getLeft())
                .isEqualTo(new AgentIsOff(Tool.SEARCH_PRODUCTS, "people have it"));
    }

    @Test
    void while_a_tenants_agents_stand_still_no_tool_is_open() {
        cerniq.automation()
                .park(desk.tenant, People.MANAGER, "something is wrong")
                .get();

        assertThat(use("get_catalog", "").getLeft()).isInstanceOf(AgentIsOff.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {}                                          | query: must be there
            {"query":""}                                | query: 1 to 200 characters, not all of them blank
            {"query":"urea","limit":0}                  | limit: a whole number from 1 to 20
            {"query":"urea","limit":"many"}             | limit: a whole number from 1 to 20
            {"query":["urea"]}                          | query: a text or a number
            {"query":"urea","price":1}                  | price: no argument of this tool; it has [limit, query]
            {"query":"urea","query":"seed"}             | one JSON object, each name once
            ["urea"]                                    | one JSON object
            urea                                        | one JSON object
            {"query":"urea"} {"query":"seed"}           | one JSON object
            {"query":{"query":{"query":{"query":{}}}}}  | one JSON object
            """)
    void arguments_that_are_not_what_the_tool_asks_are_refused(String input, String accepted) {
        var refused = use("search_products", input).getLeft();

        assertThat(refused).isInstanceOf(MalformedArguments.class);
        assertThat(refused.accepted()).contains(accepted);
    }

    @Test
    void all_faults_of_the_arguments_are_told_at_once() {
        var refused = use("search_products", "{\"limit\":99,\"price\":1}").getLeft();

        assertThat(((MalformedArguments) refused).faults()).hasSize(3);
    }

    @Property(tries = 500)
    void whatever_a_model_writes_it_gets_an_answer_or_a_refusal(@ForAll String input) {
        for (var tool : Tool.values()) {
            assertThat(cerniq.toolsFor(People.AGENT).use(desk.id, tool, input)).isNotNull();
        }
    }

    @Test
    void goods_are_found_without_their_floor_and_cost() {
        var found = gives("search_products", "{\"query\":\"uree\"}");

        assertThat(found.toString()).doesNotContain("2000.00").doesNotContain("1800.00");
        assertThat(found.at("/products/0/sku").asText()).isEqualTo("ING-UREE-46");
        assertThat(found.at("/products/0/listPrice").asText()).isEqualTo("2400.00");
        assertThat(found.at("/products/0/inStock").asBoolean()).isTrue();
    }

    @Test
    void the_catalogue_is_read_page_by_page() {
        var first = gives("get_catalog", "{\"limit\":3}");
        var second = gives(
                "get_catalog", "{\"limit\":3,\"after\":\"" + first.get("after").asText() + "\"}");

        assertThat(first.get("products")).hasSize(3);
        assertThat(second.get("products")).hasSize(1);
        assertThat(second.has("after")).isFalse();
    }

    @Test
    void stock_is_told_as_it_is_now() {
        desk.toNegotiation();

        var answer = gives("check_realtime_stock", "{\"sku\":\"ING-UREE-46\",\"quantity\":\"500.6\"}");

        assertThat(answer.get("available").asText()).isEqualTo("500.500");
        assertThat(answer.get("canFulfil").asBoolean()).isFalse();
    }

    @Test
    void goods_that_are_not_on_sale_are_not_described() {
        desk.toNegotiation();

        assertThat(use("get_product_details", "{\"sku\":\"NOTHING-1\"}")
                        .getLeft()
                        .code())
                .isEqualTo("INVALID_SKU");
    }

    @Test
    void a_discount_that_somebody_has_to_agree_to_says_who() {
        desk.toNegotiation();

        var answer = gives("calculate_discount", "{\"sku\":\"SEM-GRAU-01\",\"percent\":\"20\"}");

        assertThat(answer.get("tier").asText()).isEqualTo("MANAGER");
        assertThat(answer.get("isGrantedAtOnce").asBoolean()).isFalse();
        assertThat(answer.get("askedFirst").asText()).isEqualTo("SALES_MANAGER");
        assertThat(answer.get("unitPrice").asText()).isEqualTo("200.00");
        assertThat(desk.deal().bargain().requests()).as("nothing was asked").isEmpty();
    }

    @Test
    void a_company_that_the_tax_authority_knows_under_another_name_is_told() {
        desk.toNegotiation().toClosing();
        registry.with(new TaxRegistration(OF_THE_FARM, "ALTA FIRMA SRL", "Slobozia", true, false));

        var answer = gives("validate_client_data", "");

        assertThat(answer.get("isValid").asBoolean()).isFalse();
        assertThat(answer.get("faults").toString()).contains("registered under another name");
    }

    @Test
    void a_company_that_is_as_registered_is_valid() {
        desk.toNegotiation().toClosing();
        registry.with(new TaxRegistration(OF_THE_FARM, "S.C. FERMA DE PROBA S.R.L.", "Slobozia", true, false));

        assertThat(gives("validate_client_data", "").get("isValid").asBoolean()).isTrue();
    }

    @Test
    void a_cui_with_a_wrong_check_digit_is_refused() {
        desk.toNegotiation().toClosing();

        assertThat(use("validate_client_data", "{\"cui\":\"RO8000000001\"}").getLeft())
                .isInstanceOf(MalformedArguments.class);
    }

    @Test
    void a_proforma_is_made_out_once_however_often_it_is_asked_for() {
        desk.toNegotiation().reserves().toClosing();

        use("create_proforma", "{}").get();
        use("create_proforma", "{}").get();
        cerniq.sagas().runOnce(10);

        assertThat(cerniq.sagas().about(desk.id)).hasSize(1);
        assertThat(office.issued(desk.tenant)).hasSize(1);
    }

    @Test
    void a_tool_that_no_host_has_bound_says_so() {
        desk.toNegotiation().toProformaSent();

        assertThat(use("resend_proforma", "").getLeft().code()).isEqualTo("TOOL_NOT_BOUND");
        assertThat(gives("track_proforma_status", "").get("status").asText()).isEqualTo("open");
    }
}
