package app.cerniq.simulator.world;

import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.DeliveryNote;
import app.cerniq.ports.runtime.EventConsumer;
import app.cerniq.ports.runtime.Reception;
import app.cerniq.simulator.fault.HostCrashed;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Somebody who wants to be told everything, on one host; in trouble now and then, before the work or after it. */
final class Listener implements EventConsumer {

    /** The consumers of every host. */
    static final List<ConsumerName> NAMES = List.of(new ConsumerName("sim.ledger"), new ConsumerName("sim.moody"));

    private final ConsumerName name;
    private final Host host;
    private final World world;

    Listener(ConsumerName name, Host host, World world) {
        this.name = name;
        this.host = host;
        this.world = world;
    }

    @Override
    public ConsumerName name() {
        return name;
    }

    @Override
    public Set<EventType> types() {
        return EnumSet.allOf(EventType.class);
    }

    @Override
    public Reception consume(Envelope envelope, DeliveryNote note) {
        var chance = host.now().chance();
        var mood = world.isCalm() ? Integer.MAX_VALUE : chance.below(10_000);
        if (mood < 300) {
            return Reception.again("not now");
        }
        if (mood < 330) {
            return Reception.never("this one I cannot take");
        }
        world.delivered(new Delivered(name, envelope));
        if (mood < 380) {
            throw new IllegalStateException("broke after the work was done");
        }
        if (mood < 420) {
            throw new HostCrashed("the consumer " + name);
        }
        return Reception.done();
    }
}
