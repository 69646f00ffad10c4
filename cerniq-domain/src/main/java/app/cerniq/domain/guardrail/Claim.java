package app.cerniq.domain.guardrail;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Something that a text says and that can be true or false. The world is closed: what is said and not bound to a row is a
 * violation, and so is a number that nobody understood ({@link Unread}).
 */
public sealed interface Claim {

    /** Where it stands. */
    Span span();

    /** Which goods it may be about, by its place in the text; empty where it is about the whole, or nobody can tell. */
    Set<Sku> about();

    /** What an amount, a share or a time is meant for, as far as the words around it say. */
    enum Use {
        PRICE,
        TOTAL,
        DISCOUNT,
        VAT,
        ADVANCE,
        DELIVERY,
        PAYMENT,
        WARRANTY,
        VALIDITY,
        /** The words around it do not say. */
        UNSTATED
    }

    /** Whether VAT is in an amount. */
    enum Vat {
        INCLUDED,
        EXCLUDED,
        UNSTATED
    }

    /** What is said about whether there is enough. */
    enum Stance {
        IN_STOCK,
        LIMITED,
        ON_ORDER,
        OUT_OF_STOCK
    }

    /** Forbidden or delicate phrases. */
    enum PhraseKind {
        LIFETIME_WARRANTY,
        FREE_DELIVERY_ANYWHERE,
        CHEAPEST_ON_THE_MARKET,
        FULL_SATISFACTION,
        COMPETITOR,
        /** On a tenant's own list of what is never said. */
        FORBIDDEN_BY_TENANT
    }

    /**
     * An amount of money.
     *
     * @param per the unit that it is for; empty where it is a total or nothing is said
     */
    record Amount(Span span, Set<Sku> about, Money money, Use use, Optional<Unit> per, Vat vat) implements Claim {
        public Amount {
            about = Set.copyOf(about);
        }
    }

    /** A share, such as a discount or a VAT rate. */
    record Share(Span span, Set<Sku> about, Percentage percent, Use use) implements Claim {
        public Share {
            about = Set.copyOf(about);
        }
    }

    /** A quantity of goods. */
    record Goods(Span span, Set<Sku> about, Quantity quantity) implements Claim {
        public Goods {
            about = Set.copyOf(about);
        }
    }

    /** A day. */
    record Day(Span span, Set<Sku> about, LocalDate date, Use use) implements Claim {
        public Day {
            about = Set.copyOf(about);
        }
    }

    /**
     * A length of time, for delivery, payment, warranty or validity.
     *
     * @param least the shortest that is said, in days; equal to {@code most} unless a range is given; months count 30 and
     *     years 365 days
     * @param most the longest that is said, in days
     * @param workingDays whether working days are meant
     */
    record Term(Span span, Set<Sku> about, BigDecimal least, BigDecimal most, boolean workingDays, Use use)
            implements Claim {
        public Term {
            about = Set.copyOf(about);
        }
    }

    /** Goods that the catalogue knows, by SKU or by name; a name that several goods share names all of them. */
    record Product(Span span, Set<Sku> about) implements Claim {
        public Product {
            about = Set.copyOf(about);
            if (about.isEmpty()) {
                throw new IllegalArgumentException("A product that is named is one of the catalogue.");
            }
        }
    }

    /** What looks like a SKU or goods and is in no catalogue. */
    record UnknownProduct(Span span, String words) implements Claim {
        @Override
        public Set<Sku> about() {
            return Set.of();
        }
    }

    /** Whether there is enough. */
    record Availability(Span span, Set<Sku> about, Stance stance) implements Claim {
        public Availability {
            about = Set.copyOf(about);
        }
    }

    /** Something that is never, or not lightly, promised. */
    record Phrase(Span span, PhraseKind kind, String words) implements Claim {
        @Override
        public Set<Sku> about() {
            return Set.of();
        }
    }

    /** A figure, in digits or words, that nobody understood. It can never be bound. */
    record Unread(Span span, String words) implements Claim {
        @Override
        public Set<Sku> about() {
            return Set.of();
        }
    }

    /** Something that a text quotes by its letter and that a row holds by its letter. */
    record Citation(Span span, Cited kind, String words) implements Claim {
        @Override
        public Set<Sku> about() {
            return Set.of();
        }
    }

    /** What can be quoted by its letter. */
    enum Cited {
        /** The number of a proforma, an invoice or a storno. */
        DOCUMENT,
        /** A fiscal registration code. */
        CUI,
        /** A bank account. */
        IBAN
    }
}
