package app.cerniq.rules.approval;

import app.cerniq.domain.approval.Sla;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.Role;
import app.cerniq.ports.approval.EscalationQuestion;
import app.cerniq.ports.approval.SlaPolicy;
import app.cerniq.ports.approval.SlaQuestion;
import app.cerniq.rules.engine.BuiltInPack;
import app.cerniq.rules.engine.RuleBook;
import java.util.Optional;

/** The rules of {@code slas.drl} and {@code escalations.drl}. */
public final class DroolsSlaPolicy implements SlaPolicy {

    /** Where the rules about times stand. */
    public static final String SLAS = "app.cerniq.rules.approval.slas";

    /** Where the rules about who is next stand. */
    public static final String ESCALATIONS = "app.cerniq.rules.approval.escalations";

    private final RuleBook<SlaQuestion, Sla> slas;
    private final RuleBook<EscalationQuestion, Optional<Role>> escalations;

    /** The policy of a built-in pack; throws {@link IllegalStateException} if the pack is damaged. */
    public DroolsSlaPolicy(BuiltInPack pack) {
        this.slas = pack.book(SLAS, SlaFindings::new);
        this.escalations = pack.book(ESCALATIONS, EscalationFindings::new);
    }

    @Override
    public Decision<Sla> within(SlaQuestion question) {
        return slas.decide(question);
    }

    @Override
    public Decision<Optional<Role>> after(EscalationQuestion question) {
        return escalations.decide(question);
    }
}
