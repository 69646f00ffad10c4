package app.cerniq.simulator.actor;

import app.cerniq.simulator.world.Participant;
import java.util.List;

/** Who acts in every simulation. */
public final class Cast {

    public static final List<Participant> STANDARD = List.of(
            new Customer(),
            new Seller(),
            new Clerk(),
            new RogueModel(),
            new Operator(),
            new Storekeeper(),
            new Merchant(),
            new PrivacyOfficer(),
            new Timekeeper(),
            new Postman(),
            new DeadLetterOffice(),
            new SagaDriver(),
            new SagaTicker(),
            new Repeater());

    private Cast() {}
}
