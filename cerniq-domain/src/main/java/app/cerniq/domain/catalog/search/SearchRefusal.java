package app.cerniq.domain.catalog.search;

import app.cerniq.domain.catalog.AttributeKey;
import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.ValueType;
import app.cerniq.domain.shared.Refusal;
import java.util.List;

/** Every way in which a search says no. Finding nothing is no refusal. */
public sealed interface SearchRefusal extends Refusal {

    /** The tenant has no such product domain. */
    record UnknownDomain(ProductDomainCode domain) implements SearchRefusal {
        @Override
        public String sentence() {
            return "This tenant has no such product domain.";
        }

        @Override
        public String given() {
            return domain.toString();
        }

        @Override
        public String accepted() {
            return "the code of a product domain that was made before, or none";
        }
    }

    /** The product domain that is searched defines no such attribute. */
    record UndefinedAttribute(AttributeKey key, List<AttributeKey> keys) implements SearchRefusal {
        public UndefinedAttribute {
            keys = List.copyOf(keys);
        }

        @Override
        public String sentence() {
            return "The product domain defines no attribute of that name.";
        }

        @Override
        public String given() {
            return key.toString();
        }

        @Override
        public String accepted() {
            return "one of " + keys;
        }
    }

    /** The condition compares numbers with words, or the other way round. */
    record WrongType(AttributeCondition condition, ValueType type) implements SearchRefusal {
        @Override
        public String sentence() {
            return "Attribute " + condition.key() + " is a " + type + ".";
        }

        @Override
        public String given() {
            return condition.shown();
        }

        @Override
        public String accepted() {
            return "a condition on a " + type;
        }
    }

    /** Nothing is sold there. */
    record ChannelNotOpen(SalesChannelCode channel, List<SalesChannelCode> open) implements SearchRefusal {
        public ChannelNotOpen {
            open = List.copyOf(open);
        }

        @Override
        public String sentence() {
            return "Nothing is sold on this sales channel.";
        }

        @Override
        public String given() {
            return channel.toString();
        }

        @Override
        public String accepted() {
            return "one of " + open;
        }
    }
}
