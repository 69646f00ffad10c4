package app.cerniq.examples.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BridgeExampleTest {

    @Test
    void a_bus_hears_of_the_deal_in_its_order() throws IOException {
        var heard = new ByteArrayOutputStream();

        BridgeExample.run(new PrintStream(heard, true, StandardCharsets.UTF_8));

        var lines = heard.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines)
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly(
                        "negotiation.created",
                        "negotiation.item.added",
                        "price.calculated",
                        "discount.validated",
                        "discount.auto.approved",
                        "negotiation.state.changed",
                        "negotiation.quote.sent");
        assertThat(lines.get(6)).contains("\"gross\":{\"amount\":").contains("\"subject\":\"negotiation/");
    }
}
