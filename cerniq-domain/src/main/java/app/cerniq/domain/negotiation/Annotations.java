package app.cerniq.domain.negotiation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What people attach to a deal: tags, a note and the host's own fields. */
public record Annotations(List<String> tags, Optional<String> notes, Map<String, String> customFields) {

    public static final Annotations NONE = new Annotations(List.of(), Optional.empty(), Map.of());

    public Annotations {
        tags = tags.stream().distinct().sorted().toList();
        customFields = java.util.Collections.unmodifiableMap(new TreeMap<>(customFields));
    }

    /** How much there is, and none of it: people are named in notes, and this may end in a log. */
    @Override
    public String toString() {
        return "Annotations[" + tags.size() + " tags, " + (notes.isPresent() ? "a note" : "no note") + ", "
                + customFields.size() + " fields]";
    }
}
