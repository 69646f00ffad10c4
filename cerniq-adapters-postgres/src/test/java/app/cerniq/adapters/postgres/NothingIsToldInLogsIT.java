package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand.HandOver;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.application.negotiation.NegotiationCommand.RecordAgreement;
import app.cerniq.application.negotiation.NegotiationCommand.UpdateClient;
import app.cerniq.application.negotiation.NegotiationCommand.UpdateDetails;
import app.cerniq.application.negotiation.NegotiationCommand.UseSession;
import app.cerniq.domain.negotiation.Annotations;
import app.cerniq.domain.negotiation.Assignment;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.Outlook;
import app.cerniq.domain.negotiation.Stage;
import app.cerniq.domain.privacy.DataSubject;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.Storage;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.MarkedLife;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.CountedIds;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;

/** Everything is written to the log that anybody has to say, and neither a person nor a password is in it. */
class NothingIsToldInLogsIT {

    private static final CountedIds IDS = new CountedIds(1);

    private static PostgresStorage postgres;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeAll
    static void start() {
        postgres = PostgresStorage.on(TestDatabase.migrated().runtime());
    }

    @BeforeEach
    void listen() {
        log.setContext(root.getLoggerContext());
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void silence() {
        root.setLevel(Level.OFF);
        root.detachAppender(log);
    }

    static Stream<Storage> stores() {
        return Stream.of(new InMemoryStorage(), postgres);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void whole_lives_are_silent_about_the_person(Storage storage) {
        var tenant = Stocked.tenant(storage, IDS);
        var cerniq = Cerniq.builder()
                .storage(storage)
                .policies(DroolsPolicies.standard())
                .ids(IDS)
                .build();

        MarkedLife.all(storage.negotiations(), IDS, tenant);
        commands(cerniq, tenant);
        var who = new DataSubject.WithEmail("qzx-email@example.ro");
        cerniq.privacy().export(tenant, who);
        cerniq.privacy().erase(tenant, who, People.MANAGER, "a letter", "key-1");

        assertThat(log.list).anyMatch(event -> event.getLoggerName().startsWith("app.cerniq"));
        assertThat(told()).noneMatch(text -> MarkedLife.MARK.matcher(text).find());
    }

    private static void commands(Cerniq cerniq, TenantId tenant) {
        var desk = cerniq.negotiations();
        var command = OpenNegotiation.with(new LeadId(IDS.next()), MarkedLife.PERSON);
        var deal = desk.open(tenant, People.REP, "open-" + IDS.next(), command)
                .get()
                .negotiation();
        desk.updateClient(ask(deal, 1), new UpdateClient(MarkedLife.PERSON)).get();
        desk.updateDetails(
                        ask(deal, 2),
                        new UpdateDetails(
                                Outlook.NEW,
                                new Annotations(List.of("qzx-tag"), Optional.of("qzx-note"), Map.of("qzx", "qzx")),
                                Assignment.NOBODY,
                                Optional.empty(),
                                Optional.of("qzx-review")))
                .get();
        var refused = desk.recordAgreement(
                ask(deal, 3), new RecordAgreement(ContentHash.of(List.of("nothing")), "qzx-evidence"));
        assertThat(refused.isLeft()).isTrue();
        desk.handOver(ask(deal, 3), new HandOver(People.idOf(People.REP), "qzx-reason"))
                .get();
        // This refusal repeats, to its caller, why the deal was handed over.
        var overruled = desk.useSession(Ask.by(People.AGENT, deal, 4, "key-" + IDS.next()), new UseSession("mcp-1"));
        assertThat(overruled.getLeft().describe()).contains("qzx-reason");
    }

    private static Ask ask(app.cerniq.domain.negotiation.NegotiationId deal, long version) {
        return Ask.by(People.REP, deal, version, "key-" + IDS.next());
    }

    @Test
    void a_row_that_the_database_refuses_is_not_in_the_exception() {
        var tenant = Stocked.tenant(postgres, IDS);
        var play = Play.open(postgres.negotiations(), IDS, tenant, MarkedLife.PERSON, Annotations.NONE);
        var moved = play.move(People.REP, NegotiationState.PROPOSAL);
        var wrong = new app.cerniq.domain.negotiation.Accepted(paid(moved.next()), moved.change());

        var failed = catchThrowable(() -> postgres.negotiations().commit(Play.commitOf(wrong, IDS)));

        assertThat(failed).hasMessageContaining("SQL state 23514");
        assertThat(whole(failed)).doesNotContainPattern(MarkedLife.MARK);
    }

    @Test
    void a_value_that_the_database_cannot_keep_is_not_in_the_exception() {
        var tenant = Stocked.tenant(postgres, IDS);
        var marked = "qzx-name" + (char) 0;

        var failures = List.of(
                catchThrowable(() -> postgres.tenants().setUp(tenant, marked)),
                catchThrowable(
                        () -> Play.open(postgres.negotiations(), IDS, tenant).to(NegotiationState.DEAD, marked)));

        assertThat(failures).allSatisfy(failed -> {
            assertThat(failed).isInstanceOf(IllegalArgumentException.class);
            assertThat(whole(failed)).doesNotContainPattern(MarkedLife.MARK);
        });
    }

    @Test
    void what_cannot_be_read_is_not_in_the_exception() {
        var failed = catchThrowable(() -> Json.read(
                "{\"client\":{\"cnp\":\"qzx-1\"}}",
                app.cerniq.domain.negotiation.NegotiationEvent.ClientDataUpdated.class));

        assertThat(failed).hasMessageContaining("cnp");
        assertThat(whole(failed)).doesNotContainPattern(MarkedLife.MARK);
    }

    @Test
    void no_password_is_told_when_the_database_cannot_be_reached() {
        var source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://localhost:1/cerniq?user=qzx&password=qzx-password");
        var storage = PostgresStorage.on(source);

        var failures = List.of(catchThrowable(storage::validate), catchThrowable(() -> storage.migrate(source)));

        assertThat(failures).allSatisfy(failed -> assertThat(whole(failed)).doesNotContain("qzx-password"));
        assertThat(told()).noneMatch(text -> text.contains("qzx-password"));
    }

    private static Negotiation paid(Negotiation deal) {
        return new Negotiation(
                deal.id(),
                deal.version(),
                deal.lead(),
                deal.journey(),
                deal.channel(),
                new Stage(
                        NegotiationState.PAID,
                        Optional.of(NegotiationState.DISCOVERY),
                        deal.stage().changedAt(),
                        1),
                deal.assignment(),
                deal.client(),
                deal.bargain(),
                deal.control(),
                deal.session(),
                deal.documents(),
                deal.stock(),
                deal.outlook(),
                deal.annotations(),
                deal.timing());
    }

    private static String whole(Throwable failed) {
        var text = new StringWriter();
        failed.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private Stream<String> told() {
        return log.list.stream()
                .map(event -> event.getFormattedMessage() + " " + event.getMDCPropertyMap() + " "
                        + event.getKeyValuePairs() + " "
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }
}
