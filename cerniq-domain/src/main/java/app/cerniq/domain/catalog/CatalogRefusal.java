package app.cerniq.domain.catalog;

import app.cerniq.domain.shared.Refusal;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Every way in which the catalogue says no. Nothing was written when one of these is returned. */
public sealed interface CatalogRefusal extends Refusal {

    // --- who asks, and about what
    // -------------------------------------------------------------------------------------

    /** No tenant of that id is set up. */
    record UnknownTenant(TenantId tenant) implements CatalogRefusal {
        @Override
        public String sentence() {
            return "There is no such tenant.";
        }

        @Override
        public String given() {
            return tenant.toString();
        }

        @Override
        public String accepted() {
            return "the id of a tenant that was set up before";
        }
    }

    /**
     * The tenant has nothing of that name.
     *
     * @param what for example {@code offering} or {@code SKU}
     */
    record Unknown(String what, String name) implements CatalogRefusal {
        @Override
        public String sentence() {
            return "This tenant has no such " + what + ".";
        }

        @Override
        public String given() {
            return what + " " + name;
        }

        @Override
        public String accepted() {
            return "the code of a " + what + " that was made before";
        }
    }

    /** The offering has no version of that number. */
    record UnknownVersion(OfferingCode offering, int number, List<Integer> numbers) implements CatalogRefusal {
        public UnknownVersion {
            numbers = List.copyOf(numbers);
        }

        @Override
        public String sentence() {
            return "Offering " + offering + " has no such version.";
        }

        @Override
        public String given() {
            return "version " + number;
        }

        @Override
        public String accepted() {
            return "one of " + numbers;
        }
    }

    /** Somebody else was faster, or the caller read an old state. */
    record StaleRevision(String what, long expected, long actual) implements CatalogRefusal {
        @Override
        public String sentence() {
            return "The " + what + " has changed since it was read.";
        }

        @Override
        public String given() {
            return "revision " + expected;
        }

        @Override
        public String accepted() {
            return "revision " + actual + ", after reading again";
        }
    }

    /** The code belongs to something else already. */
    record CodeTaken(String what, String name) implements CatalogRefusal {
        @Override
        public String sentence() {
            return "This tenant already has another " + what + " of that code.";
        }

        @Override
        public String given() {
            return what + " " + name;
        }

        @Override
        public String accepted() {
            return "a code that is not taken, or a change of the " + what + " that is there";
        }
    }

    /** The SKU belongs to an offering already. */
    record SkuTaken(Sku sku, OfferingCode offering) implements CatalogRefusal {
        @Override
        public String sentence() {
            return "A SKU is unique, and this one is a variant of offering " + offering + " already.";
        }

        @Override
        public String given() {
            return "SKU " + sku;
        }

        @Override
        public String accepted() {
            return "a SKU that is not taken";
        }
    }

    /**
     * What is imported names something twice.
     *
     * @param positions where, counted from 1
     */
    record NamedTwice(String what, String name, List<Integer> positions) implements CatalogRefusal {
        public NamedTwice {
            positions = List.copyOf(positions);
        }

        @Override
        public String sentence() {
            return "The import names " + what + " " + name + " more than once; nothing was imported.";
        }

        @Override
        public String given() {
            return what + " " + name + " at positions " + positions;
        }

        @Override
        public String accepted() {
            return "each " + what + " once";
        }
    }

    // --- offerings
    // ----------------------------------------------------------------------------------------------------

    /** What is archived does not change any more. */
    record AlreadyArchived(String what, Archived archived) implements CatalogRefusal {
        @Override
        public String sentence() {
            return "The " + what + " is " + archived + ".";
        }

        @Override
        public String given() {
            return what;
        }

        @Override
        public String accepted() {
            return "one that is in use";
        }
    }

    /** An active or superseded version never changes. */
    record DraftNeeded(OfferingCode offering, int number, OfferingVersion.Status status) implements CatalogRefusal {
        @Override
        public String sentence() {
            return "A version of an offering that was in force never changes.";
        }

        @Override
        public String given() {
            return "version " + number + " of " + offering + ", which is " + status;
        }

        @Override
        public String accepted() {
            return "a draft; a new one may say the same";
        }
    }

    /** What something is sold by never changes. */
    record UnitFixed(Sku sku, Unit wanted, Unit unit) implements CatalogRefusal {
        @Override
        public String sentence() {
            return "Prices and stock of " + sku + " count " + unit.symbol() + ", and go on doing so.";
        }

        @Override
        public String given() {
            return wanted.symbol();
        }

        @Override
        public String accepted() {
            return unit.symbol() + ", or another SKU";
        }
    }

    /** Attributes that the product domain does not take; all of the faults. */
    record InvalidAttributes(String owner, List<AttributeFault> faults) implements CatalogRefusal {
        public InvalidAttributes {
            faults = List.copyOf(faults);
        }

        @Override
        public String sentence() {
            return "The attributes of " + owner + " are not what its product domain defines.";
        }

        @Override
        public String given() {
            return faults.stream()
                    .map(fault -> fault.key() + " " + fault.given() + " (" + fault.kind() + ")")
                    .collect(Collectors.joining("; "));
        }

        @Override
        public String accepted() {
            return faults.stream()
                    .map(fault -> fault.key() + " " + fault.accepted())
                    .collect(Collectors.joining("; "));
        }
    }

    /** What an attribute is does not change, because values of it are stored. */
    record AttributeFixed(ProductDomainCode domain, AttributeDefinition before, AttributeDefinition after)
            implements CatalogRefusal {
        @Override
        public String sentence() {
            return "Attribute " + before.key() + " of product domain " + domain
                    + " keeps its type, its unit and its scope.";
        }

        @Override
        public String given() {
            return shown(after);
        }

        @Override
        public String accepted() {
            return shown(before) + ", or another key";
        }

        private static String shown(AttributeDefinition definition) {
            return definition.type()
                    + definition.unit().map(unit -> " in " + unit).orElse("") + " of scope " + definition.scope();
        }
    }

    /** A substitute that is none. */
    record SubstituteRefused(Sku sku, String given, String accepted) implements CatalogRefusal {
        @Override
        public String sentence() {
            return "This cannot be offered in the place of " + sku + ".";
        }
    }

    // --- channels and prices
    // ------------------------------------------------------------------------------------------

    /** One cannot stop selling directly. */
    record DirectChannelStays(SalesChannelCode channel) implements CatalogRefusal {
        @Override
        public String sentence() {
            return "Every tenant sells directly; that channel is never closed.";
        }

        @Override
        public String given() {
            return channel.toString();
        }

        @Override
        public String accepted() {
            return "any other sales channel";
        }
    }

    /** Two lists would have the same say at the same time. */
    record PriceListsOverlap(PriceList list, PriceList other, List<Integer> taken) implements CatalogRefusal {
        public PriceListsOverlap {
            taken = List.copyOf(taken);
        }

        @Override
        public String sentence() {
            return "Price list " + other.code() + " in " + other.currency() + " for "
                    + other.channel().map(channel -> "sales channel " + channel).orElse("every sales channel")
                    + " has the same precedence at the same time: " + other.validity() + ".";
        }

        @Override
        public String given() {
            return "price list " + list.code() + " with precedence " + list.precedence() + " during " + list.validity();
        }

        @Override
        public String accepted() {
            return "a precedence other than " + taken + ", or a time outside " + other.validity();
        }
    }

    /** A figure that no price may have. */
    record PriceRefused(String what, String given, String accepted) implements CatalogRefusal {
        @Override
        public String sentence() {
            return "This is no " + what + ".";
        }
    }

    /** The past stays as it was. */
    record PriceInThePast(Sku sku, PriceListCode list, Instant from, Validity held, Instant now)
            implements CatalogRefusal {
        @Override
        public String sentence() {
            return "A price of " + sku + " in " + list + " held during " + held + ", and the past stays as it was.";
        }

        @Override
        public String given() {
            return "a price from " + from;
        }

        @Override
        public String accepted() {
            return "from " + now + " on";
        }
    }

    /** An end that lies before what it may end. */
    record EndTooEarly(String what, Instant end, Instant earliest) implements CatalogRefusal {
        @Override
        public String sentence() {
            return "The " + what + " cannot end that early.";
        }

        @Override
        public String given() {
            return end.toString();
        }

        @Override
        public String accepted() {
            return "an end from " + earliest + " on";
        }
    }

    /** It is over, and stays so. */
    record AlreadyEnded(String what, Validity validity) implements CatalogRefusal {
        @Override
        public String sentence() {
            return "The " + what + " has ended.";
        }

        @Override
        public String given() {
            return what + ", valid during " + validity;
        }

        @Override
        public String accepted() {
            return "one that has not ended";
        }
    }
}
