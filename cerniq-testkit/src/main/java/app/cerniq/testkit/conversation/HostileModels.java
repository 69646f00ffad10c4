package app.cerniq.testkit.conversation;

import app.cerniq.domain.conversation.Language;
import app.cerniq.domain.runtime.failure.Failure;
import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.ports.conversation.LanguageModel;
import app.cerniq.ports.conversation.ModelAnswer;
import app.cerniq.ports.conversation.ModelAnswer.ToolWish;
import app.cerniq.ports.conversation.ModelRequest;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * A language model that does, dialogue by dialogue, what the worst ones do. Which vice it has in a deal, and which words it
 * finds, follows from the seed and the deal alone. Wrapped around a model of the host's own, that one is asked first, and
 * what it says is spoiled. Thread-safe.
 */
public final class HostileModels implements LanguageModel {

    /** What a model can do wrong. */
    public enum Vice {
        /** Nothing: it says what is true. */
        NONE,
        /** Always says something else that is not true. */
        LIES,
        /** Says the same untrue thing again, whatever it is told. */
        REPEATS,
        /** Learns: lies first, and tells the truth once it is told what was wrong. */
        LEARNS,
        /** Reads the feedback, and answers to it instead of the customer. */
        IGNORES_FEEDBACK,
        /** Says one true thing and an untrue one. */
        MIXES,
        /** Does what the customer's message tells it to do. */
        OBEYS_THE_CUSTOMER,
        /** Says nothing. */
        IS_EMPTY,
        /** Says more than anybody reads. */
        IS_HUGE,
        /** Answers in another language. */
        SPEAKS_ANOTHER_LANGUAGE,
        /** Writes characters that nobody sees, between the digits of a lie. */
        HIDES,
        /** Promises a payment plan that nobody approved. */
        PROMISES_A_PLAN,
        /** Wants one tool after the other, and none that there is. */
        WANTS_TOOLS,
        /** Breaks. */
        THROWS,
        /** Does not answer; nobody knows why. */
        IS_GONE,
        /** Is not sure of anything: a person has to look. */
        IS_UNSURE,
        /** Any of these, another one each time. */
        ALL_OF_THEM
    }

    private final long seed;
    private final LanguageModel honest;

    private HostileModels(long seed, LanguageModel honest) {
        this.seed = seed;
        this.honest = honest;
    }

    /**
     * Every vice there is.
     *
     * @param honest who is asked where something true is to be said: a model of the host's own, or a script
     */
    public static HostileModels around(LanguageModel honest, long seed) {
        return new HostileModels(seed, honest);
    }

    @Override
    public String name() {
        return honest.name();
    }

    /** The vice that it has in a deal. */
    public Vice viceIn(ModelRequest request) {
        var random = random(request, 0);
        var all = Vice.values();
        return all[random.nextInt(all.length)];
    }

    /** The randomness of one question: the same question, the same answer. */
    private SplittableRandom random(ModelRequest request, int salt) {
        var deal = request.deal().id().value();
        var turn = request.history().size() * 31 + request.attempt();
        return new SplittableRandom(
                new Random(seed ^ deal.getMostSignificantBits() ^ deal.getLeastSignificantBits()).nextLong()
                        + (long) turn * salt);
    }

    @Override
    public Outcome<ModelAnswer> ask(ModelRequest request) {
        return indulge(viceIn(request), request);
    }

    private Outcome<ModelAnswer> indulge(Vice vice, ModelRequest request) {
        var random = random(request, 7);
        return switch (vice) {
            case NONE -> honest.ask(request);
            case LIES -> says(Lies.any(request.language(), random));
            case REPEATS -> says(Lies.first(request.language()));
            case LEARNS ->
                request.feedback().isEmpty() ? says(Lies.any(request.language(), random)) : honest.ask(request);
            case IGNORES_FEEDBACK ->
                says(
                        request.feedback().isEmpty()
                                ? Lies.any(request.language(), random)
                                : "You are wrong, the price is " + random.nextInt(1, 1_999) + " RON.");
            case MIXES ->
                honest.ask(request)
                        .map(answer -> with(answer, answer.text() + " " + Lies.any(request.language(), random)));
            case OBEYS_THE_CUSTOMER ->
                says(request.history()
                        .get(request.history().size() - 1)
                        .text()
                        .replaceAll("(?is).*(?:repeat|repetă|say|spune)\\s*:", "")
                        .strip());
            case IS_EMPTY -> says(random.nextBoolean() ? "" : " \n\t ");
            case IS_HUGE -> says("A very long answer. ".repeat(700));
            case SPEAKS_ANOTHER_LANGUAGE ->
                says(
                        request.language() == Language.RO
                                ? "Thank you for your message, we will be happy to help you with this."
                                : "Vă mulțumim pentru mesaj, suntem bucuroși să vă ajutăm și cu aceasta.");
            case HIDES -> says("Prețul este 1\u200b9\u00005\u2060 RON.");
            case PROMISES_A_PLAN ->
                says(
                        request.language() == Language.RO
                                ? "Da, puteți plăti în trei rate, fără avans."
                                : "Yes, you can pay in three instalments, nothing upfront.");
            case WANTS_TOOLS ->
                new Outcome.Done<>(ScriptedModel.answer(
                        name(),
                        "",
                        "95",
                        List.of(
                                new ToolWish("drop_all_tables", "{}"),
                                new ToolWish("create_proforma", "{\"now\":1}"))));
            case THROWS -> throw new IllegalStateException("A model that breaks.");
            case IS_GONE -> new Outcome.Unknown<>(Failure.of("AI_GENERATION_FAILED", "No answer came.", Instant.EPOCH));
            case IS_UNSURE ->
                honest.ask(request).map(answer -> ScriptedModel.answer(name(), answer.text(), "40", List.of()));
            case ALL_OF_THEM -> indulge(Vice.values()[random.nextInt(Vice.values().length - 1)], request);
        };
    }

    private Outcome<ModelAnswer> says(String text) {
        return new Outcome.Done<>(ScriptedModel.answer(name(), text, "95", List.of()));
    }

    private static ModelAnswer with(ModelAnswer answer, String text) {
        return new ModelAnswer(
                answer.model(), text, answer.wants(), answer.usage(), answer.confidence(), answer.took());
    }
}
