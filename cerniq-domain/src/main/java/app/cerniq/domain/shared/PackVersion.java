package app.cerniq.domain.shared;

/**
 * The version of the rules that decided.
 *
 * @param value the pack's name and the hash of its rules, for example {@code "cerniq-standard 3f9a01bc"}
 */
public record PackVersion(String value) {

    @Override
    public String toString() {
        return value;
    }
}
