package app.cerniq.examples.data;

import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.ClientData.PostalAddress;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.InvalidValue;
import app.cerniq.domain.shared.TradeRegisterNumber;
import io.vavr.control.Either;
import io.vavr.control.Validation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * Reads customers from CSV: everything, or nothing and every fault.
 *
 * <p>Trade register number, email and phone may be empty; the rest is what a fiscal document needs.
 */
public final class CompaniesCsv {

    /** The header; its columns may stand in any order. */
    public static final List<String> COLUMNS =
            List.of("name", "cui", "trade_register", "street", "city", "county", "email", "phone");

    private static final String EMAIL = "[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,24}";

    private CompaniesCsv() {}

    /** The customers that ship with the examples; all of them are invented. */
    public static Validation<List<CsvFault>, List<ClientData>> shipped() {
        return companies(CsvText.shipped("companies.csv"));
    }

    public static Validation<List<CsvFault>, List<ClientData>> read(Path file) {
        return companies(CsvText.read(file));
    }

    private static Validation<List<CsvFault>, List<ClientData>> companies(Either<CsvFault, CsvText> text) {
        return text.fold(fault -> Validation.invalid(List.of(fault)), sound -> companies(CsvTable.of(sound, COLUMNS)));
    }

    private static Validation<List<CsvFault>, List<ClientData>> companies(CsvTable table) {
        List<ClientData> companies = new ArrayList<>();
        var met = new HashMap<Cui, Long>();
        for (var row : table.rows()) {
            var cui = row.required("cui", Cui::parse);
            cui.ifPresent(key -> row.unique("cui", key, met));
            company(row, cui).ifPresent(companies::add);
        }
        var faults = table.faults();
        return faults.isEmpty() ? Validation.valid(List.copyOf(companies)) : Validation.invalid(faults);
    }

    private static Optional<ClientData> company(CsvRow row, Optional<Cui> cui) {
        var name = row.required("name", CsvRow::words);
        var tradeRegister = row.optional("trade_register", TradeRegisterNumber::parse);
        var street = row.required("street", CsvRow::words);
        var city = row.required("city", CsvRow::words);
        var county = row.required("county", CsvRow::words);
        var email = row.optional("email", CompaniesCsv::email);
        var phone = row.optional("phone", CompaniesCsv::phone);
        if (!row.isSound()) {
            return Optional.empty();
        }
        var address = new PostalAddress(street.orElseThrow(), city.orElseThrow(), county.orElseThrow(), "RO");
        return Optional.of(
                new ClientData(name, cui, Optional.empty(), tradeRegister, Optional.of(address), email, phone));
    }

    private static Either<InvalidValue, String> email(String text) {
        var stripped = text.strip();
        return stripped.matches(EMAIL)
                ? Either.right(stripped)
                : Either.left(new InvalidValue("email", text, "an email address such as comenzi@example.com"));
    }

    private static Either<InvalidValue, String> phone(String text) {
        var compact = text.replaceAll("[ .()-]", "");
        return compact.matches("\\+[1-9][0-9]{7,14}")
                ? Either.right(compact)
                : Either.left(new InvalidValue("phone", text, "an international number such as +40 21 000 0000"));
    }
}
