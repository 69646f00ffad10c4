package app.cerniq.domain.shared;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who acts in tests. */
public final class People {

    public static final Actor AGENT = new Actor.AiAgent(id(1), "sales agent");
    public static final Actor REP = user(2, "sales representative", Role.SALES_REP);
    public static final Actor MANAGER = user(3, "sales manager", Role.SALES_MANAGER);
    public static final Actor DIRECTOR = user(4, "director", Role.DIRECTOR);
    public static final Actor CEO = user(5, "chief executive", Role.CEO);
    public static final Actor SYSTEM = new Actor.SystemProcess(id(6), "timer");

    public static final List<Actor> ALL = List.of(AGENT, REP, MANAGER, DIRECTOR, CEO, SYSTEM);

    private People() {}

    /** The account of a user among these. */
    public static UserId idOf(Actor user) {
        return new UserId(user.id());
    }

    private static Actor user(int number, String label, Role role) {
        return new Actor.User(new UserId(id(number)), label, Set.of(role));
    }

    private static UUID id(int number) {
        return new UUID(0x7000L, 0x8000000000000000L | number);
    }
}
