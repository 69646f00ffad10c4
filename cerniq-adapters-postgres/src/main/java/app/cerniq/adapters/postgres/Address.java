package app.cerniq.adapters.postgres;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Where a data source leads, for error messages: never with a password in it. */
final class Address {

    private static final Pattern SECRET = Pattern.compile("(?i)((?:ssl)?password=)[^&;]*");
    private static final Pattern LOGIN = Pattern.compile("//[^/@]*@");

    /** What pools and drivers call it: HikariCP, the driver itself, others. */
    private static final List<String> GETTERS = List.of("getJdbcUrl", "getURL", "getUrl");

    private Address() {}

    static String of(DataSource dataSource) {
        return GETTERS.stream()
                .flatMap(getter -> ask(dataSource, getter).stream())
                .findFirst()
                .map(Address::withoutSecrets)
                .orElseGet(() -> "the database of " + dataSource.getClass().getName());
    }

    static String withoutSecrets(String url) {
        return LOGIN.matcher(SECRET.matcher(url).replaceAll("$1…")).replaceAll("//");
    }

    private static Optional<String> ask(DataSource dataSource, String getter) {
        try {
            var answer = dataSource.getClass().getMethod(getter).invoke(dataSource);
            return answer instanceof String url && !url.isEmpty() ? Optional.of(url) : Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException noSuchGetter) {
            return Optional.empty();
        }
    }
}
