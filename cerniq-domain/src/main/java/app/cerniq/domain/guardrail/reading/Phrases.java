package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.guardrail.Claim.PhraseKind;
import app.cerniq.domain.guardrail.Claim.Stance;

/** Promises that are never, or not lightly, made, and what is said about stock. */
final class Phrases {

    static final Patterns<PhraseKind> PROMISES = new Patterns<PhraseKind>()
            .with(
                    PhraseKind.LIFETIME_WARRANTY,
                    "garant*|warrant*|guarant* ~3 viata|lifetime|nelimitat*|vesnic*|etern*|forever|permanent*|unlimited",
                    "garant*|warrant*|guarant* ~3 for life|ever",
                    "lifetime|unlimited|permanent*|nelimitat*|lifelong ~2 garant*|warrant*|guarant*",
                    "pe|toata viata ~3 garant*|warrant*")
            .with(
                    PhraseKind.FREE_DELIVERY_ANYWHERE,
                    "livr*|transport*|deliver*|shipping|ship|expedi*|curier*|adus|aducem ~4 gratuit*|gratis|free",
                    "livr*|transport*|deliver*|shipping|expedi* ~3 fara|zero|no cost*|taxe|taxa|lei|charge|extra",
                    "livr*|transport*|deliver*|shipping ~2 inclus* ~4 oriunde|anywhere|everywhere",
                    "gratuit*|gratis|free ~2 livr*|transport*|deliver*|shipping|expedi*|dispatch")
            .with(
                    PhraseKind.CHEAPEST_ON_THE_MARKET,
                    "cel|cea|cei|cele mai mic*|bun*|ieftin*|scazut*|avantajos*|redus* ~1 pret*|tarif*",
                    "cel|cea|cei|cele mai ieftin*",
                    "pret* ~2 cel|cea|cei|cele mai mic*|bun*|ieftin*|scazut*|redus*",
                    "pret*|oferta|oferte ~2 imbatabil*|neegalat*",
                    "imbatabil* ~2 pret*|oferta",
                    "mai ieftin* ~2 decat ~2 orice|oricine|toti|concurenta|altii|piata",
                    "nimeni ~4 mai ieftin*",
                    "nu gasi* ~3 mai ieftin*",
                    "cheapest|lowest|best|unbeatable ~1 price*|offer*|deal|rates|on|in|you",
                    "price* ~3 cheapest|lowest|unbeatable|unmatched",
                    "nobody|noone|none ~3 cheaper|beat|beats|lower")
            .with(
                    PhraseKind.FULL_SATISFACTION,
                    "satisfac*|multumire|multumirea|multumit*|satisfied ~3 garant*|guarant*|totala|deplina|complet*|full|absolut*",
                    "satisfac*|multumire|multumirea|multumit* ~2 100|suta %|la|percent|suta",
                    "100 %|percent ~2 satisfac*|multumire|multumit*|satisfied",
                    "suta la suta ~2 satisfac*|multumire|multumit*|satisfied",
                    "garant*|guarant*|complete|full|total|deplina ~3 satisfac*|multumire|multumirea");

    static final Patterns<Stance> STOCK = new Patterns<Stance>()
            .with(
                    Stance.IN_STOCK,
                    "pe|in|din stoc|stocuri|stock",
                    "stoc*|stock suficient*|disponibil*|mare|available|plin",
                    "disponibil|disponibila|disponibili|disponibile",
                    "available")
            .with(
                    Stance.OUT_OF_STOCK,
                    "out of stock",
                    "sold out",
                    "stoc*|stock ~2 epuizat*|terminat*|zero|depleted",
                    "epuizat|epuizata|epuizate|epuizati",
                    "indisponibil|indisponibila|indisponibile|indisponibili",
                    "unavailable",
                    "s a terminat",
                    "lipsa stoc",
                    "lips* ~2 din|pe|in stoc",
                    "no ~1 stock")
            .with(
                    Stance.ON_ORDER,
                    "la|pe comanda",
                    "on order",
                    "made to order",
                    "precomanda",
                    "pre order",
                    "preorder",
                    "backorder*",
                    "back order*")
            .with(
                    Stance.LIMITED,
                    "stoc*|cantitat*|stock|quantit*|availability limitat*|redus*|limited|low",
                    "limited|low ~1 stock|quantit*|availability|supply",
                    "ultimele|ultimii|ultimul ~1 bucati|saci|tone|palet*|buc|unitati|stocuri",
                    "last ~1 pieces|bags|tonnes|units|pallets|items",
                    "only a few",
                    "putine bucati|saci|tone");

    /** Stock without an end: more than any row holds. */
    static final Patterns<Boolean> ENDLESS = new Patterns<Boolean>()
            .with(
                    true,
                    "stoc*|stock|cantitat*|quantit* ~6 nelimitat*|unlimited|infinit*|endless|inepuizabil*",
                    "nelimitat*|unlimited|infinite|endless ~1 stoc*|stock|cantitat*|quantit*");

    /** Goods or services given away: the whole price off. */
    static final Patterns<Boolean> GIFTS = new Patterns<Boolean>()
            .with(
                    true,
                    "gratis",
                    "gratuit|gratuita|gratuite|gratuiti",
                    "for free",
                    "free of charge",
                    "on the house",
                    "cadou");

    private Phrases() {}
}
