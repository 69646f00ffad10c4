package app.cerniq.application.runtime.event;

import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.EventConsumer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who wants which events, in the order in which they were registered. */
final class Consumers {

    /** Messages that nobody here can read wait under this name. */
    static final ConsumerName UNREAD = new ConsumerName("cerniq.unread");

    private final Map<ConsumerName, EventConsumer> byName = new TreeMap<>();
    private final Map<EventType, List<EventConsumer>> byType = new EnumMap<>(EventType.class);

    /** Throws {@link IllegalArgumentException} where two have one name. */
    Consumers(List<EventConsumer> all) {
        for (var consumer : all) {
            if (byName.put(consumer.name(), consumer) != null || consumer.name().equals(UNREAD)) {
                throw new IllegalArgumentException(
                        "Two consumers are named " + consumer.name() + "; a name belongs to one.");
            }
            consumer.types()
                    .forEach(type -> byType.computeIfAbsent(type, fresh -> new ArrayList<>())
                            .add(consumer));
        }
    }

    List<EventConsumer> of(EventType type) {
        return byType.getOrDefault(type, List.of());
    }

    Optional<EventConsumer> find(ConsumerName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Everybody for whom something may be set aside. */
    Set<ConsumerName> names() {
        var names = new TreeSet<>(byName.keySet());
        names.add(UNREAD);
        return names;
    }

    List<String> words() {
        return byName.keySet().stream().map(ConsumerName::value).toList();
    }

    /** The longest time that one event may take. */
    Duration longest() {
        return byName.values().stream()
                .map(EventConsumer::timeLimit)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
