package app.cerniq.domain.catalog;

/**
 * What one version of an offering says.
 *
 * @param name 1 to 200 characters
 * @param description up to 10,000 characters
 * @param attributes those of scope {@link AttributeScope#OFFERING}
 */
public record OfferingContent(String name, String description, Attributes attributes) {

    public OfferingContent {
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("The name of an offering has 1 to 200 characters.");
        }
        if (description.length() > 10_000) {
            throw new IllegalArgumentException(
                    "The description of an offering has up to 10000 characters, not " + description.length() + ".");
        }
    }

    /** A name alone. */
    public static OfferingContent named(String name) {
        return new OfferingContent(name, "", Attributes.NONE);
    }
}
