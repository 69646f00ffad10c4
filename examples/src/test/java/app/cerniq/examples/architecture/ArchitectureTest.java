package app.cerniq.examples.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import app.cerniq.domain.negotiation.TransitionPermit;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;

/** The arrows of the house: what may know what. */
@AnalyzeClasses(packages = "app.cerniq", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String DOMAIN = "app.cerniq.domain..";
    private static final String PORTS = "app.cerniq.ports..";
    private static final String RULES = "app.cerniq.rules..";
    private static final String APPLICATION = "app.cerniq.application..";
    private static final String ADAPTERS = "app.cerniq.adapters..";
    private static final String TESTKIT = "app.cerniq.testkit..";
    private static final String SIMULATOR = "app.cerniq.simulator..";
    private static final String EXAMPLES = "app.cerniq.examples..";
    private static final String[] LIBRARY = {DOMAIN, PORTS, RULES, APPLICATION, ADAPTERS, TESTKIT, SIMULATOR};
    private static final String[] CORE = {DOMAIN, PORTS, RULES, APPLICATION};

    @ArchTest
    static final ArchRule the_domain_knows_only_java_and_vavrs_control_types = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(DOMAIN, "java..", "io.vavr", "io.vavr.control..", "org.jspecify.annotations.."));

    @ArchTest
    static final ArchRule ports_know_the_domain_and_nothing_technical = classes()
            .that()
            .resideInAPackage(PORTS)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    PORTS, DOMAIN, "java..", "io.vavr", "io.vavr.control..", "org.jspecify.annotations.."));

    @ArchTest
    static final ArchRule rules_know_the_ports_alone = noClasses()
            .that()
            .resideInAPackage(RULES)
            .should()
            .dependOnClassesThat(resideInAnyPackage(APPLICATION, ADAPTERS, TESTKIT, EXAMPLES));

    @ArchTest
    static final ArchRule the_application_knows_the_ports_alone = noClasses()
            .that()
            .resideInAPackage(APPLICATION)
            .should()
            .dependOnClassesThat(resideInAnyPackage(RULES, ADAPTERS, TESTKIT, EXAMPLES));

    @ArchTest
    static final ArchRule adapters_know_the_ports_alone = noClasses()
            .that()
            .resideInAPackage(ADAPTERS)
            .should()
            .dependOnClassesThat(resideInAnyPackage(APPLICATION, RULES, TESTKIT, EXAMPLES));

    @ArchTest
    static final ArchRule adapters_do_not_know_one_another = slices().matching("app.cerniq.adapters.(*)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_test_kit_knows_the_ports_alone = noClasses()
            .that()
            .resideInAPackage(TESTKIT)
            .should()
            .dependOnClassesThat(resideInAnyPackage(APPLICATION, RULES, ADAPTERS, EXAMPLES));

    @ArchTest
    static final ArchRule the_simulator_drives_the_engine_and_knows_no_adapter = noClasses()
            .that()
            .resideInAPackage(SIMULATOR)
            .should()
            .dependOnClassesThat(resideInAnyPackage(ADAPTERS, EXAMPLES));

    @ArchTest
    static final ArchRule nothing_that_is_simulated_knows_the_simulator = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, PORTS, RULES, APPLICATION, ADAPTERS, TESTKIT)
            .should()
            .dependOnClassesThat(resideInAPackage(SIMULATOR));

    @ArchTest
    static final ArchRule only_the_rules_know_drools = noClasses()
            .that()
            .resideOutsideOfPackage(RULES)
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.drools..", "org.kie.."));

    @ArchTest
    static final ArchRule only_the_storage_adapter_and_the_examples_know_a_database = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, PORTS, RULES, APPLICATION, TESTKIT, SIMULATOR)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "org.postgresql.."));

    // Published events are JSON, whichever store keeps them: the application writes and reads it.
    @ArchTest
    static final ArchRule only_the_application_adapters_and_the_examples_know_json = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, PORTS, RULES, TESTKIT)
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.fasterxml.."));

    @ArchTest
    static final ArchRule json_stays_with_events_definitions_of_tenants_and_what_models_ask = noClasses()
            .that()
            .resideInAPackage(APPLICATION)
            .and()
            .resideOutsideOfPackages(
                    "app.cerniq.application.runtime..",
                    "app.cerniq.application.guardrail..",
                    "app.cerniq.application.conversation.tool..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.fasterxml.."));

    @ArchTest
    static final ArchRule only_the_policy_issues_permits = noClasses()
            .that()
            .resideOutsideOfPackages(RULES, TESTKIT, "app.cerniq.domain.negotiation")
            .should()
            .callMethodWhere(target(owner(type(TransitionPermit.class))).and(target(name("issue"))));

    @ArchTest
    static final ArchRule time_and_identity_are_brought_from_outside = noClasses()
            .that()
            .resideInAnyPackage(LIBRARY)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule the_system_clock_is_only_a_default_of_the_front_door = noClasses()
            .that()
            .resideInAnyPackage(LIBRARY)
            .and()
            .doNotHaveFullyQualifiedName("app.cerniq.application.CerniqBuilder")
            .and() // the front door of the schedules, which a host opens before it has an engine
            .doNotHaveFullyQualifiedName("app.cerniq.adapters.postgres.PostgresSchedules")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule a_library_does_not_print = noClasses()
            .that()
            .resideInAnyPackage(LIBRARY)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule nothing_is_kept_in_thread_locals = noClasses()
            .that()
            .resideInAnyPackage(LIBRARY)
            .should()
            .dependOnClassesThat(assignableTo(ThreadLocal.class));

    @ArchTest
    static final ArchRule vavrs_collections_stay_out =
            noClasses().should().dependOnClassesThat(resideInAPackage("io.vavr.collection.."));

    @ArchTest
    static final ArchRule contexts_of_the_domain_form_no_cycle_with_the_shared_words = noClasses()
            .that()
            .resideInAPackage("app.cerniq.domain.shared..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "app.cerniq.domain.negotiation..",
                    "app.cerniq.domain.pricing..",
                    "app.cerniq.domain.catalog..",
                    "app.cerniq.domain.stock..",
                    "app.cerniq.domain.runtime..",
                    "app.cerniq.domain.fiscal.."));

    @ArchTest
    static final ArchRule contexts_of_the_domain_have_no_cycles =
            slices().matching("app.cerniq.domain.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .or()
            .resideInAPackage(ADAPTERS)
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("DTO")
            .orShould()
            .haveSimpleNameEndingWith("Entity")
            .orShould()
            .haveSimpleNameStartingWith("Default");
}
