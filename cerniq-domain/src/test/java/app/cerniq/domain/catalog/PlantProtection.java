package app.cerniq.domain.catalog;

import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.shared.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A field of goods with attributes of every kind, and a herbicide in it. */
final class PlantProtection {

    static final AttributeKey SUBSTANCE = new AttributeKey("active_substance");
    static final AttributeKey DOSE = new AttributeKey("dose_per_ha");
    static final AttributeKey CROP = new AttributeKey("crop");
    static final AttributeKey ORGANIC = new AttributeKey("organic");
    static final AttributeKey PACKAGE = new AttributeKey("package");

    static final ProductDomain DOMAIN = ProductDomain.of(
            new ProductDomainCode("plant-protection"),
            "Plant protection",
            new AttributeDefinition(
                    SUBSTANCE,
                    "Active substance",
                    ValueType.TEXT,
                    SemanticType.CATEGORICAL,
                    Optional.empty(),
                    AttributeLimits.upTo(60),
                    true,
                    AttributeScope.OFFERING),
            new AttributeDefinition(
                    DOSE,
                    "Dose per hectare",
                    ValueType.NUMBER,
                    SemanticType.PHYSICAL,
                    Optional.of("l/ha"),
                    AttributeLimits.between("0.05", "10"),
                    true,
                    AttributeScope.OFFERING),
            new AttributeDefinition(
                    CROP,
                    "Crop",
                    ValueType.TEXT,
                    SemanticType.CATEGORICAL,
                    Optional.empty(),
                    AttributeLimits.oneOf("wheat", "maize", "sunflower"),
                    false,
                    AttributeScope.OFFERING),
            new AttributeDefinition(
                    ORGANIC,
                    "Allowed in organic farming",
                    ValueType.BOOLEAN,
                    SemanticType.CATEGORICAL,
                    Optional.empty(),
                    AttributeLimits.NONE,
                    false,
                    AttributeScope.OFFERING),
            new AttributeDefinition(
                    PACKAGE,
                    "Package",
                    ValueType.TEXT,
                    SemanticType.CATEGORICAL,
                    Optional.empty(),
                    AttributeLimits.oneOf("1 l", "5 l", "20 l"),
                    true,
                    AttributeScope.VARIANT));

    static final OfferingCode CODE = new OfferingCode("GLIFO-360");
    static final Sku SKU = new Sku("GLIFO-360-5L");

    static final OfferingContent CONTENT = saying("Glyphosate 360", "3.0");

    static final Variant.Content CANISTER = new Variant.Content(
            "Glyphosate 360, canister 5 l",
            VatTreatment.taxed("21"),
            new Attributes(Map.of(PACKAGE, new AttributeValue.Text("5 l"))),
            true);

    private PlantProtection() {}

    static OfferingContent saying(String name, String dose) {
        return new OfferingContent(
                name,
                "Against weeds.",
                new Attributes(Map.of(
                        SUBSTANCE, new AttributeValue.Text("glyphosate"),
                        DOSE, new AttributeValue.Decimal(new BigDecimal(dose)),
                        CROP, new AttributeValue.Text("maize"),
                        ORGANIC, new AttributeValue.Flag(false))));
    }

    /** A draft, as it is made. */
    static Offering drafted() {
        return Offering.drafted(CODE, OfferingKind.PHYSICAL, Optional.of(DOMAIN), CONTENT)
                .get();
    }

    /** Version 1 in force. */
    static Offering active() {
        return drafted().activate(1, Optional.of(DOMAIN)).get();
    }

    static Variant canister() {
        return Variant.of(active(), Optional.of(DOMAIN), SKU, Unit.PIECE, CANISTER)
                .get();
    }

    static List<AttributeFault> faultsOf(Map<AttributeKey, AttributeValue> values) {
        return DOMAIN.check(AttributeScope.OFFERING, new Attributes(values)).fold(faults -> faults, sound -> List.of());
    }
}
