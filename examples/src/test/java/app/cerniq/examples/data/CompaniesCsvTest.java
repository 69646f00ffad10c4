package app.cerniq.examples.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.ClientData.PostalAddress;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.TradeRegisterNumber;
import app.cerniq.examples.data.CsvFault.Kind;
import io.vavr.control.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompaniesCsvTest {

    private static final String HEADER = "name,cui,trade_register,street,city,county,email,phone\n";
    private static final String COBALT =
            "Lanul de Cobalt SRL,RO 9021140379,j21/987101/2011,Șos. Brazdei nr. 4,Slobozia,"
                    + "Ialomița,comenzi@example.com,+40 200 000-101\n";

    @TempDir
    private Path folder;

    @Test
    void a_line_becomes_a_customer_in_canonical_form() {
        assertThat(read(COBALT).get())
                .containsExactly(new ClientData(
                        Optional.of("Lanul de Cobalt SRL"),
                        Optional.of(new Cui("9021140379")),
                        Optional.empty(),
                        Optional.of(new TradeRegisterNumber("J21/987101/2011")),
                        Optional.of(new PostalAddress("Șos. Brazdei nr. 4", "Slobozia", "Ialomița", "RO")),
                        Optional.of("comenzi@example.com"),
                        Optional.of("+40200000101")));
    }

    @Test
    void a_customer_may_be_without_trade_register_number_email_and_phone() {
        assertThat(read("Cobalt,9021140379,,Str. A,B,C,,\n").get())
                .extracting(ClientData::tradeRegister, ClientData::email, ClientData::phone)
                .containsExactly(tuple(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name           | Lanul de Cobalt SRL | ''           | 1 to 200 characters in one line
                    cui            | RO 9021140379       | RO9021140378 | 2 to 10 digits with a correct check digit, optionally after RO
                    cui            | RO 9021140379       | ''           | 2 to 10 digits with a correct check digit, optionally after RO
                    trade_register | j21/987101/2011     | J41/1/2011   | J40/1234/2006 or J2024020698007 with its check digit
                    street         | Șos. Brazdei nr. 4  | ''           | 1 to 200 characters in one line
                    city           | Slobozia            | ''           | 1 to 200 characters in one line
                    county         | Ialomița            | ''           | 1 to 200 characters in one line
                    email          | comenzi@example.com | comenzi      | an email address such as comenzi@example.com
                    phone          | +40 200 000-101     | 0200000101   | an international number such as +40 21 000 0000
                    """)
    void a_bad_value_is_told_with_its_line_and_column_and_what_would_do(
            String column, String sound, String bad, String accepted) {
        assertThat(read(COBALT.replace(sound, bad)).getError())
                .containsExactly(fault(Kind.INVALID_VALUE, 2, column, bad, accepted));
    }

    @Test
    void a_cui_that_stands_twice_is_refused_however_it_is_written() {
        assertThat(read(COBALT + COBALT.replace("RO 9021140379", "9021140379")).getError())
                .containsExactly(
                        fault(Kind.DUPLICATE, 3, "cui", "9021140379", "a value of its own; line 2 has this one"));
    }

    private CsvFault fault(Kind kind, long line, String column, String given, String accepted) {
        return new CsvFault(kind, file().toString(), line, column, given, accepted);
    }

    private Path file() {
        return folder.resolve("companies.csv");
    }

    private Validation<List<CsvFault>, List<ClientData>> read(String lines) {
        try {
            return CompaniesCsv.read(Files.writeString(file(), HEADER + lines));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
