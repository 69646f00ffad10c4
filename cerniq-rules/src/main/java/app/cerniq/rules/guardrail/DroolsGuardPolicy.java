package app.cerniq.rules.guardrail;

import app.cerniq.domain.guardrail.tenant.GuardrailPack;
import app.cerniq.domain.shared.Decision;
import app.cerniq.ports.guardrail.Breach;
import app.cerniq.ports.guardrail.ClaimQuestion;
import app.cerniq.ports.guardrail.ConcessionQuestion;
import app.cerniq.ports.guardrail.GuardPolicy;
import app.cerniq.ports.guardrail.LineQuestion;
import app.cerniq.ports.guardrail.TenantRules;
import app.cerniq.ports.guardrail.TextQuestion;
import app.cerniq.rules.engine.BuiltInPack;
import app.cerniq.rules.engine.RuleBook;
import java.util.List;

/** The rules of {@code claims.drl}, {@code lines.drl}, {@code concessions.drl} and {@code texts.drl}. */
public final class DroolsGuardPolicy implements GuardPolicy {

    /** Where the rules about single claims stand. */
    public static final String CLAIMS = "app.cerniq.rules.guardrail.claims";

    /** Where the rules about goods stand. */
    public static final String LINES = "app.cerniq.rules.guardrail.lines";

    /** Where the rules about concessions stand. */
    public static final String CONCESSIONS = "app.cerniq.rules.guardrail.concessions";

    /** Where the rules about whole texts stand. */
    public static final String TEXTS = "app.cerniq.rules.guardrail.texts";

    private final RuleBook<ClaimQuestion, List<Breach>> claims;
    private final RuleBook<LineQuestion, List<Breach>> lines;
    private final RuleBook<ConcessionQuestion, List<Breach>> concessions;
    private final RuleBook<TextQuestion, List<Breach>> texts;

    /** The policy of a built-in pack; throws {@link IllegalStateException} if the pack is damaged. */
    public DroolsGuardPolicy(BuiltInPack pack) {
        this.claims = pack.book(CLAIMS, GuardFindings::new);
        this.lines = pack.book(LINES, GuardFindings::new);
        this.concessions = pack.book(CONCESSIONS, GuardFindings::new);
        this.texts = pack.book(TEXTS, GuardFindings::new);
    }

    @Override
    public Decision<List<Breach>> ofClaim(ClaimQuestion question) {
        return claims.decide(question);
    }

    @Override
    public Decision<List<Breach>> ofLine(LineQuestion question) {
        return lines.decide(question);
    }

    @Override
    public Decision<List<Breach>> ofConcession(ConcessionQuestion question) {
        return concessions.decide(question);
    }

    @Override
    public Decision<List<Breach>> ofText(TextQuestion question) {
        return texts.decide(question);
    }

    @Override
    public TenantRules build(GuardrailPack pack) {
        return CanonicalPack.of(pack);
    }
}
