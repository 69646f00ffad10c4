package app.cerniq.application.privacy;

import app.cerniq.domain.negotiation.Change;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationEvent.ClientDataUpdated;
import app.cerniq.domain.negotiation.NegotiationEvent.Opened;
import app.cerniq.domain.negotiation.Redaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The personal texts of a history: exactly what a redaction takes away, so that what a person is told and what is
 * forgotten can never differ.
 */
final class PersonalTexts {

    private static final int SHORTEST_NAME = 3;

    private final Map<String, String> texts = new TreeMap<>();

    private PersonalTexts() {}

    /** The texts of an event that are not in its redacted form any more, by the place where they stand. */
    static Map<String, String> of(NegotiationEvent event, NegotiationEvent redacted) {
        var found = new PersonalTexts();
        found.compare("", event, redacted);
        return found.texts;
    }

    /** Whether a text contains anything that the history knows of its customer. */
    static boolean names(List<Change> history, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var known = new PersonalTexts();
        for (var change : history) {
            for (var event : change.events()) {
                if (event instanceof Opened opened) {
                    known.client(opened.client());
                } else if (event instanceof ClientDataUpdated updated) {
                    known.client(updated.client());
                }
            }
        }
        return known.texts.keySet().stream().anyMatch(lower::contains);
    }

    private void client(ClientData client) {
        var all = new ArrayList<>(List.of(client.name(), client.email(), client.phone()));
        all.add(client.cnp().map(cnp -> cnp.digits()));
        all.add(client.address().map(address -> address.street()));
        all.stream()
                .flatMap(Optional::stream)
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .filter(value -> value.length() >= SHORTEST_NAME && !value.equals(Redaction.MARK))
                .forEach(value -> texts.put(value, value));
    }

    private void compare(String path, Object before, Object after) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof Optional<?> held && after instanceof Optional<?> left) {
            held.ifPresent(value -> left.ifPresentOrElse(rest -> compare(path, value, rest), () -> tell(path, value)));
        } else if (before instanceof Record held && after.getClass() == before.getClass()) {
            for (var component : held.getClass().getRecordComponents()) {
                compare(below(path, component.getName()), valueOf(held, component), valueOf((Record) after, component));
            }
        } else {
            tell(path, before);
        }
    }

    private void tell(String path, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> tell(path, present));
        } else if (value instanceof Map<?, ?> map) {
            // A name that the host gave to a field may say something by itself.
            map.forEach((key, entry) -> texts.put(path + "[" + texts.size() + "]", key + ": " + entry));
        } else if (value instanceof Record record && record.getClass().getRecordComponents().length > 0) {
            var components = record.getClass().getRecordComponents();
            for (var component : components) {
                tell(components.length == 1 ? path : below(path, component.getName()), valueOf(record, component));
            }
        } else {
            texts.put(path, value.toString());
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static Object valueOf(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.trySetAccessible();
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException("Cannot read " + component.getName() + ".", broken);
        }
    }
}
