package app.cerniq.simulator.world;

import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand;
import app.cerniq.application.negotiation.NegotiationCommand.AcceptProforma;
import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.ChangeItem;
import app.cerniq.application.negotiation.NegotiationCommand.ConfirmProducts;
import app.cerniq.application.negotiation.NegotiationCommand.DiscountQuote;
import app.cerniq.application.negotiation.NegotiationCommand.DisplaceHold;
import app.cerniq.application.negotiation.NegotiationCommand.GrantDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.HandBack;
import app.cerniq.application.negotiation.NegotiationCommand.HandOver;
import app.cerniq.application.negotiation.NegotiationCommand.MakeOffer;
import app.cerniq.application.negotiation.NegotiationCommand.RecordAgreement;
import app.cerniq.application.negotiation.NegotiationCommand.RecordInvoice;
import app.cerniq.application.negotiation.NegotiationCommand.RecordPayment;
import app.cerniq.application.negotiation.NegotiationCommand.RecordProforma;
import app.cerniq.application.negotiation.NegotiationCommand.RecordStorno;
import app.cerniq.application.negotiation.NegotiationCommand.RejectDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.RejectProforma;
import app.cerniq.application.negotiation.NegotiationCommand.ReleaseStock;
import app.cerniq.application.negotiation.NegotiationCommand.RemoveItem;
import app.cerniq.application.negotiation.NegotiationCommand.Reprice;
import app.cerniq.application.negotiation.NegotiationCommand.RequestDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.ReserveStock;
import app.cerniq.application.negotiation.NegotiationCommand.Resurrect;
import app.cerniq.application.negotiation.NegotiationCommand.ReviseQuote;
import app.cerniq.application.negotiation.NegotiationCommand.SubstituteItem;
import app.cerniq.application.negotiation.NegotiationCommand.UpdateClient;
import app.cerniq.application.negotiation.NegotiationCommand.UpdateDetails;
import app.cerniq.application.negotiation.NegotiationCommand.UseSession;
import app.cerniq.application.negotiation.NegotiationDesk;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.ports.negotiation.Receipt;
import io.vavr.control.Either;
import java.util.Map;
import java.util.Optional;

/** Which question of the desk belongs to which command on a deal that exists. */
final class Verbs {

    private interface Verb {
        Either<NegotiationRefusal, Receipt> ask(NegotiationDesk desk, Ask ask, NegotiationCommand command);
    }

    private interface Typed<C> {
        Either<NegotiationRefusal, Receipt> ask(NegotiationDesk desk, Ask ask, C command);
    }

    private static final Map<Class<?>, Verb> ALL = Map.ofEntries(
            verb(AddItem.class, NegotiationDesk::addItem),
            verb(ChangeItem.class, NegotiationDesk::changeItem),
            verb(RemoveItem.class, NegotiationDesk::removeItem),
            verb(ReviseQuote.class, NegotiationDesk::reviseQuote),
            verb(DiscountQuote.class, NegotiationDesk::discountQuote),
            verb(Reprice.class, NegotiationDesk::reprice),
            verb(MakeOffer.class, NegotiationDesk::makeOffer),
            verb(ConfirmProducts.class, NegotiationDesk::confirmProducts),
            verb(SubstituteItem.class, NegotiationDesk::substituteItem),
            verb(ReserveStock.class, NegotiationDesk::reserveStock),
            verb(ReleaseStock.class, NegotiationDesk::releaseStock),
            verb(DisplaceHold.class, NegotiationDesk::displaceHold),
            verb(RecordAgreement.class, NegotiationDesk::recordAgreement),
            verb(RequestDiscount.class, NegotiationDesk::requestDiscount),
            verb(GrantDiscount.class, NegotiationDesk::grantDiscount),
            verb(RejectDiscount.class, NegotiationDesk::rejectDiscount),
            verb(Advance.class, NegotiationDesk::advance),
            verb(Resurrect.class, NegotiationDesk::resurrect),
            verb(RecordProforma.class, NegotiationDesk::recordProforma),
            verb(AcceptProforma.class, NegotiationDesk::acceptProforma),
            verb(RejectProforma.class, NegotiationDesk::rejectProforma),
            verb(RecordInvoice.class, NegotiationDesk::recordInvoice),
            verb(RecordPayment.class, NegotiationDesk::recordPayment),
            verb(RecordStorno.class, NegotiationDesk::recordStorno),
            verb(HandOver.class, NegotiationDesk::handOver),
            verb(HandBack.class, NegotiationDesk::handBack),
            verb(UpdateClient.class, NegotiationDesk::updateClient),
            verb(UpdateDetails.class, NegotiationDesk::updateDetails),
            verb(UseSession.class, NegotiationDesk::useSession));

    private Verbs() {}

    private static <C extends NegotiationCommand> Map.Entry<Class<?>, Verb> verb(Class<C> type, Typed<C> question) {
        return Map.entry(type, (desk, ask, command) -> question.ask(desk, ask, type.cast(command)));
    }

    static Either<NegotiationRefusal, Receipt> ask(NegotiationDesk desk, Ask ask, NegotiationCommand command) {
        return Optional.ofNullable(ALL.get(command.getClass()))
                .orElseThrow(() -> new IllegalArgumentException("Not a command on a deal that exists: " + command))
                .ask(desk, ask, command);
    }
}
