package app.cerniq.ports.guardrail;

/**
 * Is a price consistent with what was offered before?
 *
 * @param raised whether the quote that stands asks more for these goods than the version before it
 * @param caused whether quantity, list price or version of the goods changed with it
 * @param conceded how far the price came down from the first offer on, in basis points of that
 * @param budget how far it may, in basis points
 * @param permitted whether somebody approved exactly this line
 * @param aboveOffer whether the text states the list price alone where a lower price is on offer
 */
public record ConcessionQuestion(
        boolean raised, boolean caused, int conceded, int budget, boolean permitted, boolean aboveOffer) {}
