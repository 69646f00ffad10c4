package app.cerniq.domain.catalog;

import static io.vavr.control.Either.left;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.shared.InvalidValue;
import io.vavr.control.Either;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What things may be called. */
class CodesTest {

    private record Code(
            String what, Function<String, Either<InvalidValue, ?>> parse, Function<String, ?> make, String accepted) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static final Code OFFERING = new Code(
            "offering code",
            text -> OfferingCode.parse(text).map(code -> code),
            OfferingCode::new,
            "1 to 64 letters, digits, dots, dashes, underscores or slashes");
    private static final Code DOMAIN = new Code(
            "product domain code",
            text -> ProductDomainCode.parse(text).map(code -> code),
            ProductDomainCode::new,
            "1 to 40 lower-case letters, digits or dashes, a letter first");
    private static final Code ATTRIBUTE = new Code(
            "attribute key",
            text -> AttributeKey.parse(text).map(code -> code),
            AttributeKey::new,
            "1 to 40 lower-case letters, digits or underscores, a letter first");
    private static final Code LIST = new Code(
            "price list code",
            text -> PriceListCode.parse(text).map(code -> code),
            PriceListCode::new,
            "1 to 100 characters, no control characters, no white space around");

    static Stream<Arguments> sound() {
        return Stream.of(
                Arguments.of(OFFERING, "x".repeat(64)),
                Arguments.of(OFFERING, "A.b_c/d-1"),
                Arguments.of(DOMAIN, "x".repeat(40)),
                Arguments.of(DOMAIN, "plant-protection"),
                Arguments.of(ATTRIBUTE, "a" + "_".repeat(39)),
                Arguments.of(ATTRIBUTE, "dose_2"),
                Arguments.of(LIST, "x"),
                Arguments.of(LIST, "Primăvară 2026"),
                Arguments.of(LIST, "x".repeat(100)));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void a_code_reads_as_it_is_and_without_the_white_space_around(Code code, String text) {
        assertThat(code.parse().apply(" " + text + "\t"))
                .isEqualTo(Either.right(code.make().apply(text)));
        assertThat(code.make().apply(text)).hasToString(text);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(OFFERING, ""),
                Arguments.of(OFFERING, "x".repeat(65)),
                Arguments.of(OFFERING, "-x"),
                Arguments.of(DOMAIN, "Seeds"),
                Arguments.of(DOMAIN, "1seeds"),
                Arguments.of(DOMAIN, "x".repeat(41)),
                Arguments.of(ATTRIBUTE, "active-substance"),
                Arguments.of(ATTRIBUTE, "_x"),
                Arguments.of(ATTRIBUTE, "x".repeat(41)),
                Arguments.of(LIST, ""),
                Arguments.of(LIST, "a\nb"),
                Arguments.of(LIST, "x".repeat(101)));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void anything_else_is_told_what_would_be_taken(Code code, String text) {
        assertThat(code.parse().apply(text)).isEqualTo(left(new InvalidValue(code.what(), text, code.accepted())));
        assertThatIllegalArgumentException().isThrownBy(() -> code.make().apply(text));
    }
}
