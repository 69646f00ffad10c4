package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database rounds as Java does, in both modes and for every currency. */
class RoundingIT {

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
    }

    @ParameterizedTest
    @EnumSource(
            value = RoundingMode.class,
            names = {"HALF_UP", "HALF_EVEN"})
    void an_amount_is_rounded_alike_on_both_sides(RoundingMode mode) throws SQLException {
        for (var decimals = 0; decimals <= 4; decimals++) {
            var amounts = amounts(decimals);

            assertThat(rounded(amounts, decimals, mode))
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactlyElementsOf(rounded(amounts, decimals, mode.name()));
        }
    }

    private static List<BigDecimal> rounded(List<BigDecimal> amounts, int decimals, RoundingMode mode) {
        return amounts.stream().map(amount -> amount.setScale(decimals, mode)).toList();
    }

    private static List<BigDecimal> rounded(List<BigDecimal> amounts, int decimals, String mode) throws SQLException {
        var rounded = new ArrayList<BigDecimal>();
        try (var connection = database.owner().getConnection();
                var statement = connection.prepareStatement("""
                        select cerniq.rounded(amount, ?, ?) from unnest(?) with ordinality as a (amount, position)
                        order by position
                        """)) {
            statement.setInt(1, decimals);
            statement.setString(2, mode);
            statement.setArray(3, connection.createArrayOf("numeric", amounts.toArray()));
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rounded.add(result.getBigDecimal(1));
                }
            }
        }
        return rounded;
    }

    /** Every tie from 0 to 20 coins, its neighbours, and whatever chance brings up to the largest amount. */
    private static List<BigDecimal> amounts(int decimals) {
        var amounts = new ArrayList<BigDecimal>();
        var tiny = BigDecimal.valueOf(1, decimals + 6);
        for (var coins = 0; coins <= 20; coins++) {
            var tie = BigDecimal.valueOf(coins * 10L + 5, decimals + 1);
            amounts.addAll(List.of(tie, tie.add(tiny), tie.subtract(tiny), BigDecimal.valueOf(coins, decimals)));
        }
        var random = new Random(42);
        for (var i = 0; i < 500; i++) {
            amounts.add(BigDecimal.valueOf(random.nextLong(1_000_000_000_000_000_000L), random.nextInt(6, 12)));
        }
        return amounts;
    }
}
