package app.cerniq.application.runtime.event;

import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.domain.runtime.event.RuntimeEvent;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.DeliveryNote;
import app.cerniq.ports.runtime.EventConsumer;
import app.cerniq.ports.runtime.Reception;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** A consumer that remembers what it heard and answers as the test says. */
final class Ears implements EventConsumer {

    record Heard(Envelope event, DeliveryNote note) {}

    private final ConsumerName name;
    private final BiFunction<Envelope, DeliveryNote, Reception> answer;
    private final List<Heard> heard = new ArrayList<>();

    Ears(String name, BiFunction<Envelope, DeliveryNote, Reception> answer) {
        this.name = new ConsumerName(name);
        this.answer = answer;
    }

    static Ears open(String name) {
        return new Ears(name, (event, note) -> Reception.done());
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
    public Duration timeLimit() {
        return Duration.ofMillis(300);
    }

    @Override
    public Reception consume(Envelope envelope, DeliveryNote note) {
        synchronized (heard) {
            heard.add(new Heard(envelope, note));
        }
        return answer.apply(envelope, note);
    }

    List<Heard> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    List<String> types(String prefix) {
        return heard().stream()
                .map(one -> one.event().type().word())
                .filter(word -> word.startsWith(prefix))
                .toList();
    }

    /** Which services it heard of, for messages that tell of nothing else. */
    List<String> services() {
        return heard().stream()
                .map(one -> one.event().payload())
                .filter(RuntimeEvent.CircuitClosed.class::isInstance)
                .map(payload -> ((RuntimeEvent.CircuitClosed) payload).service())
                .toList();
    }
}
