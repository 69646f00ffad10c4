package app.cerniq.application.conversation;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.ConversationId;
import app.cerniq.domain.conversation.ConversationRefusal;
import app.cerniq.domain.conversation.Language;
import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.conversation.MessageId;
import app.cerniq.domain.conversation.Origin;
import app.cerniq.domain.conversation.Reading;
import app.cerniq.domain.conversation.Sending;
import app.cerniq.domain.runtime.event.AiEvent;
import app.cerniq.domain.runtime.event.ChannelEvent;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.SentimentEvent;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.ports.conversation.ConversationCommit;
import app.cerniq.ports.conversation.MoodQuestion;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what people say: customers, and those who write to them. */
final class Hearing {

    private static final int ATTEMPTS = 10;

    private final Backing backing;
    private final Outgoing outgoing;

    Hearing(Backing backing) {
        this.backing = backing;
        this.outgoing = new Outgoing(backing);
    }

    Either<ConversationRefusal, Message> receive(ConversationId id, Heard heard) {
        var text = Writing.clean(heard.text());
        if (text.isBlank() || text.length() > Message.LONGEST) {
            return left(new ConversationRefusal.BadText(heard.text().length()));
        }
        Either<ConversationRefusal, Message> answer = left(new ConversationRefusal.ConversationChanged(id));
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var before = heard.externalId()
                    .flatMap(external -> backing.conversations().received(id, external));
            if (before.isPresent()) {
                return right(before.get());
            }
            answer = backing.existing(id).flatMap(standing -> received(standing, heard, text));
            if (answer.isRight() || !isLost(answer.getLeft())) {
                return answer;
            }
        }
        return answer;
    }

    private static boolean isLost(ConversationRefusal refusal) {
        return refusal instanceof ConversationRefusal.ConversationChanged
                || refusal instanceof ConversationRefusal.AlreadyReceived;
    }

    private Either<ConversationRefusal, Message> received(Conversation standing, Heard heard, String text) {
        var at = backing.now();
        var message = new Message(
                new MessageId(standing.id().tenant(), backing.ids().next()),
                standing.id(),
                standing.nextNumber(),
                Origin.CUSTOMER,
                text,
                Language.of(text),
                standing.nextTurn(),
                0,
                Optional.empty(),
                heard.externalId(),
                heard.reading(),
                customer(standing),
                at);
        var plans = outgoing.proposal(standing, text, true, at).stream().toList();
        return standing.receive(message)
                .flatMap(next -> backing.conversations()
                        .commit(
                                ConversationCommit.of(next)
                                        .receiving(List.of(message))
                                        .proposing(plans)
                                        .telling(backing.telling(next, news(next, message), at)),
                                at))
                .map(next -> message);
    }

    private static ActorRef customer(Conversation conversation) {
        return new ActorRef(ActorKind.SYSTEM, conversation.lead().value(), "customer");
    }

    private List<EventPayload> news(Conversation conversation, Message message) {
        var deal = conversation.negotiation();
        var id = message.id().value();
        var news = new ArrayList<EventPayload>();
        news.add(new AiEvent.MessageReceived(id, deal, conversation.channel(), message.hash()));
        message.language()
                .ifPresent(language ->
                        news.add(new SentimentEvent.LanguageDetected(deal, id, language.code(), Percentage.HUNDRED)));
        message.reading().ifPresent(reading -> news.addAll(read(conversation, message, reading)));
        return news;
    }

    private List<EventPayload> read(Conversation conversation, Message message, Reading reading) {
        var deal = conversation.negotiation();
        var id = message.id().value();
        var news = new ArrayList<EventPayload>();
        news.add(new SentimentEvent.Analyzed(deal, id, reading.score(), reading.confidence()));
        news.add(new AiEvent.IntentClassified(id, deal, reading.intent().name(), reading.confidence()));
        backing.policy()
                .alarm(MoodQuestion.of(reading))
                .outcome()
                .urgency()
                .ifPresent(urgency -> news.add(new SentimentEvent.UrgencyDetected(deal, id, urgency)));
        return news;
    }

    Either<ConversationRefusal, Conversation> importHistory(ConversationId id, Actor by, List<Earlier> history) {
        for (var earlier : history) {
            if (Writing.clean(earlier.text()).isBlank() || earlier.text().length() > Message.LONGEST) {
                return left(new ConversationRefusal.BadText(earlier.text().length()));
            }
        }
        return backing.existing(id).flatMap(standing -> {
            var at = backing.now();
            var messages = new ArrayList<Message>();
            for (var earlier : history) {
                messages.add(imported(standing, earlier, messages.size() + 1, by));
            }
            List<EventPayload> news =
                    List.of(new ChannelEvent.ConversationLoaded(standing.negotiation(), id.value(), messages.size()));
            return standing.importHistory(messages)
                    .flatMap(next -> backing.conversations()
                            .commit(
                                    ConversationCommit.of(next)
                                            .receiving(messages)
                                            .telling(backing.telling(next, news, at)),
                                    at));
        });
    }

    private Message imported(Conversation standing, Earlier earlier, int number, Actor by) {
        var text = Writing.clean(earlier.text());
        return new Message(
                new MessageId(standing.id().tenant(), backing.ids().next()),
                standing.id(),
                number,
                earlier.fromCustomer() ? Origin.IMPORTED_FROM_CUSTOMER : Origin.IMPORTED_FROM_US,
                text,
                Language.of(text),
                0,
                0,
                Optional.empty(),
                earlier.externalId(),
                Optional.empty(),
                ActorRef.of(by),
                earlier.at().truncatedTo(java.time.temporal.ChronoUnit.MICROS));
    }

    Either<ConversationRefusal, Message> say(ConversationId id, Actor by, String given) {
        var text = Writing.clean(given);
        if (text.isBlank() || text.length() > Message.LONGEST) {
            return left(new ConversationRefusal.BadText(given.length()));
        }
        Either<ConversationRefusal, Message> answer = left(new ConversationRefusal.ConversationChanged(id));
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            answer = backing.existing(id).flatMap(standing -> said(standing, by, text, backing.now()));
            if (answer.isRight() || !isLost(answer.getLeft())) {
                return answer;
            }
        }
        return answer;
    }

    private Either<ConversationRefusal, Message> said(Conversation standing, Actor by, String text, Instant at) {
        var message = new Message(
                new MessageId(standing.id().tenant(), backing.ids().next()),
                standing.id(),
                standing.nextNumber(),
                Origin.HUMAN,
                text,
                Language.of(text),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ActorRef.of(by),
                at);
        List<EventPayload> news = List.of(new ChannelEvent.Routed(
                standing.negotiation(), message.id().value(), standing.channel(), "a person wrote it"));
        return standing.say(message)
                .flatMap(next -> backing.conversations()
                        .commit(
                                ConversationCommit.of(next)
                                        .sending(new Sending(message, Optional.empty()))
                                        .telling(backing.telling(next, news, at)),
                                at))
                .map(next -> message);
    }
}
