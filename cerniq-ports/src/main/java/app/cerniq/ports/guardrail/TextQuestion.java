package app.cerniq.ports.guardrail;

/**
 * May a text leave, as a whole?
 *
 * @param length in characters, without the blanks around it
 * @param speaksOfOffer whether it calls itself an offer, a quote or a price
 * @param obeysInstructions whether it obeys or repeats instructions that were smuggled in
 */
public record TextQuestion(int length, boolean speaksOfOffer, boolean obeysInstructions) {}
