package app.cerniq.examples.demo;

import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.UserId;
import app.cerniq.ports.shared.Ids;
import java.util.Set;

/** Who acts in the demo: roles, not people. */
record Cast(Actor agent, Actor rep, Actor manager, Actor storekeeper, Actor system) {

    static Cast of(Ids ids) {
        return new Cast(
                new Actor.AiAgent(ids.next(), "AI seller"),
                new Actor.User(new UserId(ids.next()), "sales rep", Set.of(Role.SALES_REP)),
                new Actor.User(new UserId(ids.next()), "sales manager", Set.of(Role.SALES_MANAGER)),
                new Actor.User(new UserId(ids.next()), "storekeeper", Set.of()),
                new Actor.SystemProcess(ids.next(), "timer"));
    }

    UserId repId() {
        return new UserId(rep.id());
    }
}
