package app.cerniq.domain.conversation;

/**
 * What a conversation adds up to: always the sum over its messages and calls, which the database checks.
 *
 * @param messages all of them; also the number of the last one
 * @param fromCustomer those of the customer
 * @param fromUs those to the customer
 */
public record Tally(int messages, int fromCustomer, int fromUs, int toolCalls, Usage usage) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, Usage.NONE);

    Tally plus(Message message) {
        var isTheirs = message.role() == MessageRole.USER;
        var isOurs = message.role() == MessageRole.ASSISTANT;
        return new Tally(messages + 1, fromCustomer + (isTheirs ? 1 : 0), fromUs + (isOurs ? 1 : 0), toolCalls, usage);
    }

    Tally plus(Usage used, int calls) {
        return new Tally(messages, fromCustomer, fromUs, toolCalls + calls, usage.plus(used));
    }
}
