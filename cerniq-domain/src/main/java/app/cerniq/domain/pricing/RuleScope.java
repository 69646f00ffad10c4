package app.cerniq.domain.pricing;

import app.cerniq.domain.catalog.Sku;
import java.util.Optional;

/** Which goods a price rule is for. The more specific scope wins (specification, C38). */
public sealed interface RuleScope {

    /** Everything that is sold. */
    RuleScope EVERYTHING = new Everything();

    /** Whether a product of some category, which may be unknown, is meant. */
    boolean covers(Sku sku, Optional<String> category);

    /** The higher, the more specific: 3 for one product, 2 for a category, 1 for everything. */
    int rank();

    /** One product. */
    record Product(Sku sku) implements RuleScope {
        @Override
        public boolean covers(Sku other, Optional<String> category) {
            return sku.equals(other);
        }

        @Override
        public int rank() {
            return 3;
        }

        @Override
        public String toString() {
            return "product " + sku;
        }
    }

    /**
     * All products of a category.
     *
     * @param code as the catalogue writes it, 1 to 100 characters
     */
    record Category(String code) implements RuleScope {
        public Category {
            if (code.isBlank() || code.length() > 100) {
                throw new IllegalArgumentException("A category has 1 to 100 characters, not \"" + code + "\".");
            }
        }

        @Override
        public boolean covers(Sku other, Optional<String> category) {
            return category.filter(code::equals).isPresent();
        }

        @Override
        public int rank() {
            return 2;
        }

        @Override
        public String toString() {
            return "category " + code;
        }
    }

    /** Everything that is sold. */
    record Everything() implements RuleScope {
        @Override
        public boolean covers(Sku other, Optional<String> category) {
            return true;
        }

        @Override
        public int rank() {
            return 1;
        }

        @Override
        public String toString() {
            return "everything";
        }
    }
}
