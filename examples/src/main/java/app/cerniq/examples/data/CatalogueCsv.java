package app.cerniq.examples.data;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.fiscal.VatCategory;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.shared.InvalidValue;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import io.vavr.control.Either;
import io.vavr.control.Validation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a price list with stock from CSV: everything, or nothing and every fault.
 *
 * <p>Prices are RON per unit without VAT; an empty {@code cost} is one that is not known; {@code on_hand} counts the
 * column {@code unit}.
 */
public final class CatalogueCsv {

    /** The header; its columns may stand in any order. */
    public static final List<String> COLUMNS =
            List.of("sku", "name", "unit", "list_price", "floor_price", "cost", "vat_category", "vat_rate", "on_hand");

    private final String priceList;

    /** @param priceList the name of the price list that the offerings will carry */
    public CatalogueCsv(String priceList) {
        this.priceList = priceList;
    }

    /** The catalogue that ships with the examples. */
    public Validation<List<CsvFault>, Catalogue> shipped() {
        return catalogue(CsvText.shipped("catalogue.csv"));
    }

    public Validation<List<CsvFault>, Catalogue> read(Path file) {
        return catalogue(CsvText.read(file));
    }

    private Validation<List<CsvFault>, Catalogue> catalogue(Either<CsvFault, CsvText> text) {
        return text.fold(fault -> Validation.invalid(List.of(fault)), sound -> catalogue(CsvTable.of(sound, COLUMNS)));
    }

    private Validation<List<CsvFault>, Catalogue> catalogue(CsvTable table) {
        List<PricedOffering> offerings = new ArrayList<>();
        Map<Sku, Quantity> onHand = new HashMap<>();
        var met = new HashMap<Sku, Long>();
        for (var row : table.rows()) {
            var sku = row.required("sku", Sku::parse);
            sku.ifPresent(key -> row.unique("sku", key, met));
            var unit = row.required("unit", Unit::parse);
            var quantity = onHand(row, unit);
            offering(row, sku, unit).ifPresent(offering -> {
                offerings.add(offering);
                quantity.ifPresent(some -> onHand.put(offering.sku(), some));
            });
        }
        var faults = table.faults();
        return faults.isEmpty() ? Validation.valid(new Catalogue(offerings, onHand)) : Validation.invalid(faults);
    }

    private Optional<PricedOffering> offering(CsvRow row, Optional<Sku> sku, Optional<Unit> unit) {
        var name = row.required("name", CsvRow::words);
        var list = row.required("list_price", CatalogueCsv::money);
        var floor = row.required("floor_price", CatalogueCsv::money);
        var cost = row.optional("cost", CatalogueCsv::money);
        list.filter(Money::isZero).ifPresent(zero -> row.contradiction("list_price", "a price above zero"));
        list.filter(most -> floor.filter(most::isBelow).isPresent())
                .ifPresent(most -> row.contradiction("floor_price", "at most the list price, " + most));
        var vat = vat(row);
        if (!row.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new PricedOffering(
                sku.orElseThrow(),
                1,
                name.orElseThrow(),
                unit.orElseThrow(),
                priceList,
                list.orElseThrow(),
                floor.orElseThrow(),
                cost,
                vat.orElseThrow()));
    }

    private static Optional<VatTreatment> vat(CsvRow row) {
        var category = row.required("vat_category", CatalogueCsv::vatCategory);
        var rate = row.required("vat_rate", text -> CsvRow.number(text).flatMap(Percentage::parse));
        if (category.isEmpty() || rate.isEmpty()) {
            return Optional.empty();
        }
        var taxed = category.get().isTaxed();
        if (taxed == rate.get().equals(Percentage.ZERO)) {
            row.contradiction(
                    "vat_rate", (taxed ? "a rate above 0" : "0") + ", because the VAT category is " + category.get());
            return Optional.empty();
        }
        return Optional.of(new VatTreatment(category.get(), rate.get()));
    }

    private static Optional<Quantity> onHand(CsvRow row, Optional<Unit> unit) {
        var number = row.required("on_hand", CsvRow::number);
        if (number.isEmpty() || unit.isEmpty() || new BigDecimal(number.get()).signum() == 0) {
            return Optional.empty();
        }
        return row.required("on_hand", text -> Quantity.parse(text, unit.get()));
    }

    private static Either<InvalidValue, Money> money(String text) {
        return CsvRow.number(text).flatMap(number -> Money.parse(number, Money.RON));
    }

    private static Either<InvalidValue, VatCategory> vatCategory(String text) {
        var word = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(VatCategory.values())
                .filter(category -> category.name().equals(word))
                .findFirst()
                .<Either<InvalidValue, VatCategory>>map(Either::right)
                .orElseGet(() -> Either.left(
                        new InvalidValue("VAT category", text, "one of " + Arrays.toString(VatCategory.values()))));
    }
}
