package app.cerniq.application.conversation;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.ConversationId;
import app.cerniq.domain.conversation.ConversationRefusal;
import app.cerniq.domain.conversation.Language;
import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.conversation.Origin;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.runtime.event.ContactChannel;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.conversation.LanguageModel;
import app.cerniq.ports.guardrail.TextGate;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.shared.Storage;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.conversation.HostileDialogues;
import app.cerniq.testkit.conversation.PlainGate;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An engine with models and a gate, one tenant with goods, and conversations at hand. */
final class TalkDesk {

    static final String TRUE_TEXT = "The price of urea is 2400 RON, and there are 12 in stock.";

    final MovableClock clock = MovableClock.at(Instant.parse("2026-03-02T08:00:00Z"));
    final CountedIds ids = new CountedIds(9);
    final Storage storage;
    final TextGate gate;
    final Cerniq cerniq;
    final TenantId tenant;

    TalkDesk(LanguageModel... models) {
        this(new InMemoryStorage(), models);
    }

    TalkDesk(Storage storage, LanguageModel... models) {
        this(storage, plain(storage), models);
    }

    TalkDesk(Storage storage, TextGate gate, LanguageModel... models) {
        this.storage = storage;
        this.gate = gate;
        var builder = Cerniq.builder()
                .storage(storage)
                .policies(DroolsPolicies.standard())
                .textGate(gate)
                .clock(clock)
                .ids(ids);
        List.of(models).forEach(builder::languageModel);
        this.cerniq = builder.build();
        this.tenant = new TenantId(ids.next());
        cerniq.tenants().setUp(tenant, "A tenant");
        cerniq.offerings().putOnSale(tenant, Goods.all());
        storage.inventory().book(Goods.plentyOf(tenant, ids)).get();
    }

    static TextGate plain(Storage storage) {
        return new PlainGate(
                storage, Goods.all().stream().map(offering -> offering.sku()).toList());
    }

    NegotiationId deal() {
        var command = OpenNegotiation.with(new LeadId(ids.next()), Goods.COMPANY);
        return cerniq.negotiations()
                .open(tenant, People.AGENT, ids.next().toString(), command)
                .get()
                .negotiation();
    }

    /** A conversation about a deal of its own. */
    ConversationId begin(Language language) {
        return cerniq.conversations()
                .open(deal(), ContactChannel.WHATSAPP, Optional.empty(), language)
                .get()
                .id();
    }

    /** A conversation in English in which the customer wrote something. */
    ConversationId asked(String text) {
        var id = begin(Language.EN);
        hears(id, text);
        return id;
    }

    void hears(ConversationId id, String text) {
        cerniq.conversations()
                .receive(id, Heard.of(text, ids.next().toString()))
                .get();
    }

    Either<ConversationRefusal, Reply> answer(ConversationId id) {
        return cerniq.conversations().answer(id);
    }

    Conversation conversation(ConversationId id) {
        return cerniq.conversations().find(id).orElseThrow();
    }

    List<Message> messages(ConversationId id) {
        return cerniq.conversations().messages(id, 0, 1_000);
    }

    List<Origin> origins(ConversationId id) {
        return messages(id).stream().map(Message::origin).toList();
    }

    List<String> told() {
        return storage
                .outbox()
                .find(
                        tenant,
                        new app.cerniq.ports.runtime.EventArchive.Span(
                                Optional.empty(), Instant.EPOCH, Instant.parse("2040-01-01T00:00:00Z")),
                        10_000)
                .stream()
                .map(OutboxMessage::type)
                .toList();
    }

    /** Dialogues that this engine holds. */
    HostileDialogues.Engine hostile() {
        return (language, number) -> new Hostile(begin(language));
    }

    private final class Hostile implements HostileDialogues.Dialogue {

        private final ConversationId id;

        Hostile(ConversationId id) {
            this.id = id;
        }

        @Override
        public ConversationId id() {
            return id;
        }

        @Override
        public void hears(String text) {
            TalkDesk.this.hears(id, text);
        }

        @Override
        public HostileDialogues.End answers() {
            return end(answer(id));
        }

        @Override
        public HostileDialogues.End reviews(String edited) {
            var draft = cerniq.drafts().of(id).stream()
                    .filter(it -> it.decision().isEmpty())
                    .findFirst()
                    .orElseThrow();
            cerniq.drafts().edit(draft.id(), People.REP, edited, "I know better");
            var sent = cerniq.drafts().approve(draft.id(), People.REP, "fine");
            return sent.isRight()
                    ? HostileDialogues.End.SENT
                    : end(cerniq.drafts().reject(draft.id(), People.REP, "not fine"));
        }

        private HostileDialogues.End end(Either<ConversationRefusal, Reply> reply) {
            if (reply.isLeft()) {
                return reply.getLeft() instanceof ConversationRefusal.NoOpenTurn
                                || reply.getLeft() instanceof ConversationRefusal.HumanHasIt
                        ? HostileDialogues.End.NOTHING_TO_ANSWER
                        : HostileDialogues.End.REFUSED;
            }
            if (reply.get() instanceof Reply.Sent) {
                return HostileDialogues.End.SENT;
            }
            if (reply.get() instanceof Reply.Drafted) {
                return HostileDialogues.End.DRAFTED;
            }
            return reply.get() instanceof Reply.TakenOver
                    ? HostileDialogues.End.TAKEN_OVER
                    : HostileDialogues.End.LEFT_TO_PERSON;
        }
    }
}
