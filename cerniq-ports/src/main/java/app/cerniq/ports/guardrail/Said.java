package app.cerniq.ports.guardrail;

import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.Claim.Stance;
import app.cerniq.domain.guardrail.Claim.Use;

/** What kind of thing a claim says, as rules tell them apart. */
public enum Said {
    PRICE,
    TOTAL,
    OTHER_AMOUNT,
    DISCOUNT,
    OTHER_SHARE,
    QUANTITY,
    DAY,
    TERM,
    PRODUCT,
    UNKNOWN_PRODUCT,
    IN_STOCK,
    OTHER_AVAILABILITY,
    LIFETIME_WARRANTY,
    FREE_DELIVERY,
    CHEAPEST,
    SATISFACTION,
    COMPETITOR,
    FORBIDDEN_WORD,
    UNREAD,
    DOCUMENT,
    CUI,
    IBAN;

    /** What a claim says. */
    public static Said by(Claim claim) {
        if (claim instanceof Claim.Amount amount) {
            return amount(amount);
        }
        if (claim instanceof Claim.Share share) {
            return share.use() == Use.DISCOUNT ? DISCOUNT : OTHER_SHARE;
        }
        if (claim instanceof Claim.Availability availability) {
            return availability.stance() == Stance.IN_STOCK ? IN_STOCK : OTHER_AVAILABILITY;
        }
        if (claim instanceof Claim.Phrase phrase) {
            return phrase(phrase);
        }
        if (claim instanceof Claim.Citation citation) {
            return valueOf(citation.kind().name());
        }
        if (claim instanceof Claim.Goods) {
            return QUANTITY;
        }
        if (claim instanceof Claim.Day) {
            return DAY;
        }
        if (claim instanceof Claim.Term) {
            return TERM;
        }
        if (claim instanceof Claim.Product) {
            return PRODUCT;
        }
        return claim instanceof Claim.UnknownProduct ? UNKNOWN_PRODUCT : UNREAD;
    }

    private static Said amount(Claim.Amount amount) {
        return switch (amount.use()) {
            case PRICE -> PRICE;
            case TOTAL -> TOTAL;
            case DISCOUNT -> DISCOUNT;
            case UNSTATED -> amount.per().isPresent() ? PRICE : OTHER_AMOUNT;
            default -> OTHER_AMOUNT;
        };
    }

    private static Said phrase(Claim.Phrase phrase) {
        return switch (phrase.kind()) {
            case LIFETIME_WARRANTY -> LIFETIME_WARRANTY;
            case FREE_DELIVERY_ANYWHERE -> FREE_DELIVERY;
            case CHEAPEST_ON_THE_MARKET -> CHEAPEST;
            case FULL_SATISFACTION -> SATISFACTION;
            case COMPETITOR -> COMPETITOR;
            case FORBIDDEN_BY_TENANT -> FORBIDDEN_WORD;
        };
    }
}
