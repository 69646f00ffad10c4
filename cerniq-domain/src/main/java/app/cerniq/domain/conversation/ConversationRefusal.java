package app.cerniq.domain.conversation;

import app.cerniq.domain.guardrail.Violation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.runtime.event.ContactChannel;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Refusal;
import app.cerniq.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every way in which a conversation says no. Nothing was written, and nothing left, when one of these is returned. */
public sealed interface ConversationRefusal extends Refusal {

    /** No tenant of that id is set up. */
    record UnknownConversationTenant(TenantId tenant) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "There is no such tenant.";
        }

        @Override
        public String given() {
            return tenant.toString();
        }

        @Override
        public String accepted() {
            return "the id of a tenant that was set up before";
        }
    }

    /** The tenant has no conversation of that id. */
    record UnknownConversation(ConversationId conversation) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "This tenant has no such conversation.";
        }

        @Override
        public String given() {
            return conversation.toString();
        }

        @Override
        public String accepted() {
            return "the id of a conversation of tenant " + conversation.tenant();
        }
    }

    /** The tenant has no deal of that id; deals of others are nobody's business. */
    record UnknownDeal(NegotiationId deal) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "This tenant has no such deal.";
        }

        @Override
        public String given() {
            return deal.value().toString();
        }

        @Override
        public String accepted() {
            return "the id of a deal of tenant " + deal.tenant();
        }
    }

    /** The tenant has no message of that id. */
    record UnknownMessage(MessageId message) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "This tenant has no such message.";
        }

        @Override
        public String given() {
            return message.toString();
        }

        @Override
        public String accepted() {
            return "the id of a message of tenant " + message.tenant();
        }
    }

    /** The tenant has no draft of that id. */
    record UnknownDraft(DraftId draft) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "This tenant has no such draft.";
        }

        @Override
        public String given() {
            return draft.toString();
        }

        @Override
        public String accepted() {
            return "the id of a draft of tenant " + draft.tenant();
        }
    }

    /** The conversation has no payment plan of that id. */
    record UnknownPlan(UUID plan) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "This conversation has no such payment plan.";
        }

        @Override
        public String given() {
            return plan.toString();
        }

        @Override
        public String accepted() {
            return "the id of a payment plan that came up in this conversation";
        }
    }

    /** What is said by telephone is not kept. */
    record ChannelNotWritten(ContactChannel channel) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "Conversations are written.";
        }

        @Override
        public String given() {
            return channel.name();
        }

        @Override
        public String accepted() {
            return "WHATSAPP or EMAIL";
        }
    }

    /** A text is empty or too long. */
    record BadText(int characters) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "A message is neither empty nor endless.";
        }

        @Override
        public String given() {
            return characters + " characters";
        }

        @Override
        public String accepted() {
            return "1 to " + Message.LONGEST + " characters";
        }
    }

    /** Somebody else was faster. */
    record ConversationChanged(ConversationId conversation) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "The conversation has changed since it was read.";
        }

        @Override
        public String given() {
            return conversation.toString();
        }

        @Override
        public String accepted() {
            return "the same, after reading again";
        }
    }

    /** The message was received before: a channel may deliver twice (B32). */
    record AlreadyReceived(String externalId) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "This message was received before.";
        }

        @Override
        public String given() {
            return externalId;
        }

        @Override
        public String accepted() {
            return "a message that the conversation does not have yet";
        }
    }

    /** It does not stand so that this can be done. */
    record NotActive(ConversationId conversation, ConversationStatus status) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "The conversation does not go on like this.";
        }

        @Override
        public String given() {
            return conversation + ", which is " + status;
        }

        @Override
        public String accepted() {
            return "a conversation that is ACTIVE";
        }
    }

    /** It was not paused. */
    record NotPaused(ConversationId conversation, ConversationStatus status) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "The conversation was not paused.";
        }

        @Override
        public String given() {
            return conversation + ", which is " + status;
        }

        @Override
        public String accepted() {
            return "a conversation that is PAUSED";
        }
    }

    /** No person has it, or one is just being called. */
    record NotHandedOff(ConversationId conversation, ConversationStatus status) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "No person has this conversation.";
        }

        @Override
        public String given() {
            return conversation + ", which is " + status;
        }

        @Override
        public String accepted() {
            return "a conversation that is HANDED_OFF, once its takeover is done";
        }
    }

    /** Something was said already (B31). */
    record HistoryTooLate(ConversationId conversation, int messages) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "History is imported before anything else is said.";
        }

        @Override
        public String given() {
            return conversation + " with " + messages + " messages";
        }

        @Override
        public String accepted() {
            return "a conversation without messages";
        }
    }

    /** There is nothing to answer, or somebody did. */
    record NoOpenTurn(ConversationId conversation, int turn) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "No message of the customer waits for this.";
        }

        @Override
        public String given() {
            return "turn " + turn + " of " + conversation;
        }

        @Override
        public String accepted() {
            return "a turn that is open, and the last one";
        }
    }

    /** Somebody works on it. */
    record TurnBusy(int turn, Instant until) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "Somebody answers this already.";
        }

        @Override
        public String given() {
            return "turn " + turn;
        }

        @Override
        public String accepted() {
            return "from " + until + " on";
        }
    }

    /** The model had its chances. */
    record AttemptsUsedUp(int turn, int attempts) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "A model is not asked again.";
        }

        @Override
        public String given() {
            return "turn " + turn + " after " + attempts + " attempts";
        }

        @Override
        public String accepted() {
            return "a person";
        }
    }

    /** No verdict bears this text out (I5, B9). */
    record Unverified(ContentHash text, ContentHash judged) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "This text was not found to be true.";
        }

        @Override
        public String given() {
            return "text " + text.brief() + ", verdict on " + judged.brief();
        }

        @Override
        public String accepted() {
            return "a text with a verdict that passed, of exactly its words, and a row behind every claim";
        }
    }

    /** A row that bore a claim out is another one now. */
    record EvidenceMoved(MessageId message) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "What the text says was true and may not be any more.";
        }

        @Override
        public String given() {
            return message.toString();
        }

        @Override
        public String accepted() {
            return "the same text, examined again";
        }
    }

    /** A person drives the deal: nothing automated leaves (I6). */
    record HumanHasIt(NegotiationId deal) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "A person has taken this deal over.";
        }

        @Override
        public String given() {
            return deal.value().toString();
        }

        @Override
        public String accepted() {
            return "a message of a person, or a deal that was handed back";
        }
    }

    /** The tenant's automation stands still. */
    record Parked(TenantId tenant) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "Automation is parked.";
        }

        @Override
        public String given() {
            return tenant.toString();
        }

        @Override
        public String accepted() {
            return "the same, once a person lets automation go on";
        }
    }

    /** A machine does not decide this. */
    record OnlyForPeople(String actor) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "Only a person decides this.";
        }

        @Override
        public String given() {
            return actor;
        }

        @Override
        public String accepted() {
            return "a user";
        }
    }

    /** It was decided before. */
    record DraftClosed(DraftId draft, DraftStatus status) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "This draft is decided.";
        }

        @Override
        public String given() {
            return draft + ", which is " + status;
        }

        @Override
        public String accepted() {
            return "a draft that is PENDING";
        }
    }

    /** Its time is up. */
    record DraftStale(DraftId draft, Instant expiredAt) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "This draft is too old to leave.";
        }

        @Override
        public String given() {
            return draft.toString();
        }

        @Override
        public String accepted() {
            return "a decision before " + expiredAt;
        }
    }

    /** Its time is not up. */
    record DraftNotDue(DraftId draft, Instant expiresAt) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "This draft still has time.";
        }

        @Override
        public String given() {
            return draft.toString();
        }

        @Override
        public String accepted() {
            return "from " + expiresAt + " on";
        }
    }

    /** The rules forbid it, or a person has decided. */
    record PlanDecided(UUID plan, PlanProposal.Standing standing) implements ConversationRefusal {
        @Override
        public String sentence() {
            return "This payment plan cannot be decided any more.";
        }

        @Override
        public String given() {
            return plan + ", which is " + standing;
        }

        @Override
        public String accepted() {
            return "a plan that NEEDS_APPROVAL";
        }
    }

    /** A text that a person wants to send says something that is not so, or not allowed. */
    record TextRefused(List<Violation> violations) implements ConversationRefusal {
        public TextRefused {
            violations = List.copyOf(violations);
        }

        @Override
        public String sentence() {
            return "The text says what is not so, or not allowed.";
        }

        @Override
        public String given() {
            return violations.stream()
                    .map(violation -> violation.check() + " " + violation.given())
                    .collect(Collectors.joining("; "));
        }

        @Override
        public String accepted() {
            return violations.stream().map(Violation::accepted).collect(Collectors.joining("; "));
        }
    }
}
