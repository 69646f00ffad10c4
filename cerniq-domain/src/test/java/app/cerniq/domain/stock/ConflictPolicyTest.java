package app.cerniq.domain.stock;

import static app.cerniq.domain.stock.Stocks.kg;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictPolicyTest {

    @ParameterizedTest(name = "{0}: {1} here, {2} imported")
    @CsvSource({
        "ERP_WINS, 5, 3, 3",
        "ERP_WINS, 3, 5, 5",
        "LOCAL_WINS, 5, 3, 5",
        "LOCAL_WINS, 3, 5, 3",
        "HIGHER_WINS, 5, 3, 5",
        "HIGHER_WINS, 3, 5, 5",
        "LOWER_WINS, 5, 3, 3",
        "LOWER_WINS, 3, 5, 3",
        "MANUAL, 5, 3, 5",
        "MANUAL, 3, 5, 3"
    })
    void each_policy_lets_one_figure_hold(ConflictPolicy policy, String here, String imported, String holds) {
        assertThat(policy.resolve(kg(here), kg(imported))).isEqualTo(kg(holds));
    }
}
