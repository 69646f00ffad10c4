package app.cerniq.simulator.world;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Refusal;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.ports.shared.StorageUnavailable;
import app.cerniq.simulator.fault.HostCrashed;
import app.cerniq.simulator.fault.PortCall;
import app.cerniq.simulator.world.Tally.Kind;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One turn of one participant, on one host and for one company. */
public final class Turn {

    private final String label;
    private final World world;
    private final Host host;
    private final Company company;
    private final Chance chance;
    private final Calling calling;
    private final long since;
    private int asked;
    private int inside;
    private boolean isForAll;
    private Optional<Errand> current = Optional.empty();

    /** What becomes of the calls of a turn. */
    @FunctionalInterface
    interface Calling {
        @Nullable
        Object call(PortCall call, Turn turn);
    }

    Turn(String label, World world, Host host, Company company, Chance chance, Calling calling) {
        this.label = label;
        this.world = world;
        this.host = host;
        this.company = company;
        this.chance = chance;
        this.calling = calling;
        this.since = world.calls();
    }

    public World world() {
        return world;
    }

    public Chance chance() {
        return chance;
    }

    /** The company that the host works for in this turn. */
    public Company company() {
        return company;
    }

    public TenantId tenant() {
        return company.tenant();
    }

    /** The engine of the host; every call that it makes to the store may fail. */
    public Cerniq engine() {
        return host.engine();
    }

    /** The time as the host has it. */
    public Instant now() {
        return host.time();
    }

    /** How many calls had been seen when it began. */
    long since() {
        return since;
    }

    /** What is being asked right now. */
    Optional<Errand> errand() {
        return current;
    }

    /** From now on the host works for every tenant, not for its company alone. */
    public void worksForAll() {
        isForAll = true;
    }

    Optional<TenantId> actingFor() {
        return isForAll ? Optional.empty() : Optional.of(tenant());
    }

    /** What the next turn is called that comes in between the calls of this one. */
    String nextInside() {
        return label + "." + ++inside;
    }

    @Nullable
    Object call(PortCall call) {
        return calling.call(call, this);
    }

    /** Adds a line to the trace. */
    public void say(String text) {
        world.trace().add(label + " " + company.name() + " " + host + ": " + text);
    }

    /** A key that was never used. */
    public String newKey() {
        return company.name() + "-" + label + "-" + ++asked;
    }

    /** One of the newest deals as it stands, if there is one. */
    public Optional<Negotiation> someDeal() {
        return someDealId(4).flatMap(engine().negotiations()::find);
    }

    /** The id of one of so many of the newest deals of the company. */
    public Optional<NegotiationId> someDealId(int newest) {
        var deals = company.deals();
        var size = deals.size();
        return size == 0 ? Optional.empty() : Optional.of(deals.get(size - 1 - chance.below(Math.min(newest, size))));
    }

    /** Asks something of a deal as it was read, under a fresh key. */
    public Optional<Receipt> ask(Actor actor, Negotiation deal, NegotiationCommand command) {
        var ask = new Ask(deal.id(), actor, new IdempotencyKey(newKey()), deal.version());
        return ask(ask, command);
    }

    /** Asks something of a deal; empty where it was refused or no answer came. */
    public Optional<Receipt> ask(Ask ask, NegotiationCommand command) {
        world.known(ask.actor());
        return send(new Errand(
                        ask.negotiation().tenant(),
                        Optional.of(ask.key().value()),
                        ask.actor().label() + ", " + company.nameOf(ask.negotiation()) + " v" + ask.expectedVersion()
                                + ": " + Brief.of(command),
                        engine -> Verbs.ask(engine.negotiations(), ask, command)))
                .flatMap(said -> said.isRight() && said.get() instanceof Receipt receipt
                        ? Optional.of(receipt)
                        : Optional.empty());
    }

    /** Asks for something that needs no key, or has it inside. */
    public Optional<Either<? extends Refusal, ?>> send(String key, String text, Errand.Command command) {
        return send(new Errand(tenant(), Optional.of(key), text, command));
    }

    /** Asks for something that needs no key. */
    public Optional<Either<? extends Refusal, ?>> send(String text, Errand.Command command) {
        return send(new Errand(tenant(), Optional.empty(), text, command));
    }

    /** Sends a client on an errand, for the first time or again; empty where no answer came, and it is kept to be repeated. */
    public Optional<Either<? extends Refusal, ?>> send(Errand errand) {
        var askedAt = world.calls();
        current = Optional.of(errand);
        try {
            var said = errand.command().on(engine());
            world.heard(new Answer(errand, askedAt, said));
            told(errand, said);
            return Optional.of(said);
        } catch (StorageUnavailable lost) {
            world.unanswered().addLast(errand);
            world.tally().count(Kind.COMMANDS, "unanswered");
            say(errand.text() + " -> no answer");
            return Optional.empty();
        } catch (HostCrashed crash) {
            world.unanswered().addLast(errand);
            world.tally().count(Kind.COMMANDS, "unanswered");
            say(errand.text() + " -> no answer, the host is gone");
            throw crash;
        } finally {
            current = Optional.empty();
        }
    }

    private void told(Errand errand, Either<? extends Refusal, ?> said) {
        if (said.isLeft()) {
            var code = said.getLeft().code();
            world.tally().count(Kind.COMMANDS, "refused");
            world.tally().count(Kind.REFUSALS, code);
            say(errand.text() + " -> " + code);
            return;
        }
        world.tally().count(Kind.COMMANDS, "accepted");
        if (said.get() instanceof Receipt receipt) {
            companyOf(receipt.negotiation()).heardOf(receipt.negotiation());
            say(errand.text() + " -> " + companyOf(receipt.negotiation()).nameOf(receipt.negotiation()) + " v"
                    + receipt.version() + " " + receipt.state());
        } else {
            say(errand.text() + " -> done");
        }
    }

    private Company companyOf(NegotiationId id) {
        return world.companies().stream()
                .filter(one -> one.tenant().equals(id.tenant()))
                .findFirst()
                .orElse(company);
    }
}
