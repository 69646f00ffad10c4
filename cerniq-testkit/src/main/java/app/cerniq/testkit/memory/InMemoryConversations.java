package app.cerniq.testkit.memory;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.ConversationId;
import app.cerniq.domain.conversation.ConversationRefusal;
import app.cerniq.domain.conversation.ConversationStatus;
import app.cerniq.domain.conversation.Draft;
import app.cerniq.domain.conversation.DraftId;
import app.cerniq.domain.conversation.DraftStatus;
import app.cerniq.domain.conversation.Flaw;
import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.conversation.MessageId;
import app.cerniq.domain.conversation.ModelCall;
import app.cerniq.domain.conversation.PlanProposal;
import app.cerniq.domain.conversation.Sending;
import app.cerniq.domain.conversation.Slot;
import app.cerniq.domain.conversation.ToolCall;
import app.cerniq.domain.conversation.TurnStatus;
import app.cerniq.domain.guardrail.BoundClaim;
import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.conversation.ConversationCommit;
import app.cerniq.ports.conversation.Conversations;
import app.cerniq.ports.conversation.Evidence;
import app.cerniq.ports.runtime.OutboxMessage;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One lock for everything, which is that of the deals: no takeover comes between a look at a deal and a message. */
final class InMemoryConversations implements Conversations {

    private static final int MOST = 10_000;

    /** All that belongs to one conversation. */
    private static final class Book {
        private Conversation current;
        private Instant changedAt;
        private final List<Message> messages = new ArrayList<>();
        private final Map<MessageId, List<Evidence>> evidence = new LinkedHashMap<>();
        private final List<Flaw> flaws = new ArrayList<>();
        private final List<ModelCall> modelCalls = new ArrayList<>();
        private final List<ToolCall> toolCalls = new ArrayList<>();
        private final Map<String, Slot> slots = new TreeMap<>();
        private final Map<DraftId, Draft> drafts = new LinkedHashMap<>();
        private final Map<java.util.UUID, PlanProposal> plans = new LinkedHashMap<>();

        private Book(Conversation fresh) {
            this.current = fresh;
            this.changedAt = fresh.startedAt();
        }
    }

    private final InMemoryTenants tenants;
    private final InMemoryNegotiations negotiations;
    private final InMemoryAutomation automation;
    private final InMemoryOutbox outbox;
    private final StandingRows rows;
    private final Map<ConversationId, Book> books = new LinkedHashMap<>();

    InMemoryConversations(
            InMemoryTenants tenants,
            InMemoryNegotiations negotiations,
            InMemoryAutomation automation,
            InMemoryOutbox outbox,
            StandingRows rows) {
        this.tenants = tenants;
        this.negotiations = negotiations;
        this.automation = automation;
        this.outbox = outbox;
        this.rows = rows;
    }

    @Override
    public Either<ConversationRefusal, Conversation> open(Conversation fresh, List<OutboxMessage> news) {
        synchronized (negotiations) {
            if (!tenants.knows(fresh.id().tenant())) {
                return left(new ConversationRefusal.UnknownConversationTenant(
                        fresh.id().tenant()));
            }
            if (negotiations.find(fresh.negotiation()).isEmpty()) {
                return left(new ConversationRefusal.UnknownDeal(fresh.negotiation()));
            }
            var there = of(fresh.negotiation()).stream()
                    .filter(other -> other.channel() == fresh.channel())
                    .findFirst();
            if (there.isPresent()) {
                return right(there.get());
            }
            books.put(fresh.id(), new Book(fresh));
            outbox.append(fresh.id().tenant(), news);
            return right(fresh);
        }
    }

    @Override
    public Either<ConversationRefusal, Conversation> commit(ConversationCommit commit, Instant at) {
        synchronized (negotiations) {
            var next = commit.next();
            var book = books.get(next.id());
            if (book == null || book.current.version() != next.version() - 1) {
                return left(new ConversationRefusal.ConversationChanged(next.id()));
            }
            var broken = refusal(commit, book);
            if (broken.isPresent()) {
                return left(broken.get());
            }
            keep(commit, book, at);
            return right(next);
        }
    }

    private Optional<ConversationRefusal> refusal(ConversationCommit commit, Book book) {
        var again = commit.received().stream()
                .flatMap(message -> message.externalId().stream())
                .filter(external -> book.messages.stream()
                        .anyMatch(message ->
                                message.externalId().filter(external::equals).isPresent()))
                .findFirst();
        return again.isPresent()
                ? again.map(ConversationRefusal.AlreadyReceived::new)
                : commit.sending()
                        .filter(sending -> sending.message().origin().isAutomated())
                        .flatMap(sending -> refusal(sending, book));
    }

    private Optional<ConversationRefusal> refusal(Sending sending, Book book) {
        var message = sending.message();
        var deal = negotiations.find(book.current.negotiation()).orElseThrow();
        if (Sending.permitted(deal.id(), deal.control()).isLeft()
                || book.current.status() == ConversationStatus.HANDED_OFF) {
            return Optional.of(new ConversationRefusal.HumanHasIt(deal.id()));
        }
        if (automation.parked(deal.id().tenant()).isPresent()) {
            return Optional.of(new ConversationRefusal.Parked(deal.id().tenant()));
        }
        var claims = sending.verdict().map(Verdict::claims).orElse(List.of());
        return rows.stand(claims, deal, messagesOf(deal.id()), message.at())
                ? Optional.empty()
                : Optional.of(new ConversationRefusal.EvidenceMoved(message.id()));
    }

    private List<Message> messagesOf(NegotiationId deal) {
        return books.values().stream()
                .filter(book -> book.current.negotiation().equals(deal))
                .flatMap(book -> book.messages.stream())
                .toList();
    }

    private void keep(ConversationCommit commit, Book book, Instant at) {
        if (!commit.next().turn().equals(book.current.turn())) {
            book.changedAt = at;
        }
        book.current = commit.next();
        book.messages.addAll(commit.messages());
        commit.sending()
                .ifPresent(sending -> sending.verdict()
                        .ifPresent(verdict -> book.evidence.put(
                                sending.message().id(),
                                evidence(sending.message().text(), verdict.claims()))));
        book.flaws.addAll(commit.flaws());
        book.modelCalls.addAll(commit.modelCalls());
        book.toolCalls.addAll(commit.toolCalls());
        commit.slots().forEach(slot -> book.slots.put(slot.name(), slot));
        commit.draft().ifPresent(draft -> book.drafts.put(draft.id(), draft));
        commit.plans().forEach(plan -> book.plans.put(plan.id(), plan));
        outbox.append(commit.next().id().tenant(), commit.news());
    }

    private static List<Evidence> evidence(String text, List<BoundClaim> claims) {
        var all = new ArrayList<Evidence>();
        for (var bound : claims) {
            bound.row()
                    .ifPresent(row -> all.add(new Evidence(
                            all.size() + 1,
                            bound.claim().getClass().getSimpleName(),
                            bound.claim().span().of(text),
                            row)));
        }
        return List.copyOf(all);
    }

    @Override
    public Optional<Conversation> find(ConversationId id) {
        synchronized (negotiations) {
            return Optional.ofNullable(books.get(id)).map(book -> book.current);
        }
    }

    @Override
    public List<Conversation> of(NegotiationId negotiation) {
        synchronized (negotiations) {
            return books.values().stream()
                    .map(book -> book.current)
                    .filter(conversation -> conversation.negotiation().equals(negotiation))
                    .sorted(Comparator.comparing(Conversation::startedAt)
                            .thenComparing(conversation -> conversation.id().toString()))
                    .toList();
        }
    }

    @Override
    public List<ConversationId> waiting(TenantId tenant, Instant at, int limit) {
        checkPage(limit);
        synchronized (negotiations) {
            return books.values().stream()
                    .filter(book -> book.current.id().tenant().equals(tenant))
                    .filter(book -> waits(book.current, at))
                    .sorted(Comparator.comparing((Book book) -> book.changedAt)
                            .thenComparing(book -> book.current.id().toString()))
                    .map(book -> book.current.id())
                    .limit(limit)
                    .toList();
        }
    }

    private static boolean waits(Conversation conversation, Instant at) {
        return conversation
                .turn()
                .filter(turn -> !turn.isBusyAt(at))
                .filter(turn -> turn.status() == TurnStatus.TAKING_OVER
                        || (turn.status() == TurnStatus.OPEN && conversation.status() == ConversationStatus.ACTIVE))
                .isPresent();
    }

    @Override
    public List<Message> messages(ConversationId id, int after, int limit) {
        checkPage(limit);
        return read(id).flatMap(book -> book.messages.stream())
                .filter(message -> message.number() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Message> message(MessageId id) {
        synchronized (negotiations) {
            return books.values().stream()
                    .flatMap(book -> book.messages.stream())
                    .filter(message -> message.id().equals(id))
                    .findFirst();
        }
    }

    @Override
    public Optional<Message> received(ConversationId id, String externalId) {
        return read(id).flatMap(book -> book.messages.stream())
                .filter(message ->
                        message.externalId().filter(externalId::equals).isPresent())
                .findFirst();
    }

    @Override
    public List<Evidence> evidence(MessageId id) {
        synchronized (negotiations) {
            return books.values().stream()
                    .flatMap(book -> book.evidence.getOrDefault(id, List.of()).stream())
                    .toList();
        }
    }

    @Override
    public List<Flaw> flaws(ConversationId id) {
        return read(id).flatMap(book -> book.flaws.stream()).toList();
    }

    @Override
    public List<ModelCall> modelCalls(ConversationId id) {
        return read(id).flatMap(book -> book.modelCalls.stream()).toList();
    }

    @Override
    public List<ToolCall> toolCalls(ConversationId id) {
        return read(id).flatMap(book -> book.toolCalls.stream()).toList();
    }

    @Override
    public List<Slot> slots(ConversationId id, Instant at) {
        return read(id).flatMap(book -> book.slots.values().stream())
                .filter(slot -> slot.holdsAt(at))
                .toList();
    }

    @Override
    public List<PlanProposal> plans(ConversationId id) {
        return read(id).flatMap(book -> book.plans.values().stream()).toList();
    }

    @Override
    public Optional<Draft> draft(DraftId id) {
        synchronized (negotiations) {
            return books.values().stream()
                    .flatMap(book -> Stream.ofNullable(book.drafts.get(id)))
                    .findFirst();
        }
    }

    @Override
    public List<Draft> drafts(ConversationId id) {
        return read(id).flatMap(book -> book.drafts.values().stream()).toList();
    }

    @Override
    public List<Draft> pending(TenantId tenant, int limit) {
        checkPage(limit);
        synchronized (negotiations) {
            return books.values().stream()
                    .flatMap(book -> book.drafts.values().stream())
                    .filter(draft -> draft.id().tenant().equals(tenant) && draft.status() == DraftStatus.PENDING)
                    .sorted(Comparator.comparing(Draft::expiresAt)
                            .thenComparing(draft -> draft.id().toString()))
                    .limit(limit)
                    .toList();
        }
    }

    /** A copy of what is there, so that nobody reads while somebody writes. */
    private Stream<Book> read(ConversationId id) {
        synchronized (negotiations) {
            return Stream.ofNullable(books.get(id)).map(InMemoryConversations::copy);
        }
    }

    private static Book copy(Book book) {
        var copy = new Book(book.current);
        copy.messages.addAll(book.messages);
        copy.flaws.addAll(book.flaws);
        copy.modelCalls.addAll(book.modelCalls);
        copy.toolCalls.addAll(book.toolCalls);
        copy.slots.putAll(book.slots);
        copy.drafts.putAll(book.drafts);
        copy.plans.putAll(book.plans);
        return copy;
    }

    /** Forgets what was said about a deal, and what was understood of it. */
    void forget(NegotiationId deal) {
        synchronized (negotiations) {
            books.values().stream()
                    .filter(book -> book.current.negotiation().equals(deal))
                    .forEach(book -> {
                        book.current = Forgotten.of(book.current);
                        book.messages.replaceAll(Forgotten::of);
                        book.evidence.replaceAll((message, all) ->
                                all.stream().map(Forgotten::of).toList());
                        book.flaws.replaceAll(Forgotten::of);
                        book.toolCalls.replaceAll(Forgotten::of);
                        book.slots.replaceAll((name, slot) -> Forgotten.of(slot));
                        book.drafts.replaceAll((id, draft) -> Forgotten.of(draft));
                    });
        }
    }

    private static void checkPage(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page is 1 to " + MOST + " rows, not " + limit + ".");
        }
    }
}
