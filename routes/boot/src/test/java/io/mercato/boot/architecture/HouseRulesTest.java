package io.mercato.boot.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.mercato.processors.time.ClockConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which room may know which, over the classes of all modules. A rule that finds nothing to hold fails. */
class HouseRulesTest {
    private static final String DOMAIN = "io.mercato.domain..";
    private static final String PROCESSORS = "io.mercato.processors..";
    private static final String PLATFORM = "io.mercato.platform..";
    private static final String REST = "io.mercato.rest..";
    private static final String CONNECTORS = "io.mercato.connector..";
    private static final String SIMULATOR = "io.mercato.simulator..";
    private static final String ARTEMIS = "io.mercato.artemis..";
    private static final String BOOT = "io.mercato.boot..";
    private static JavaClasses house;

    @BeforeAll
    static void read() {
        assertThat(Reactor.classes())
                .hasSizeGreaterThanOrEqualTo(Reactor.rooms().size() - 1);
        house = new ClassFileImporter().importPaths(Reactor.classes());
    }

    @Test
    void the_domain_knows_no_other_room() {
        noClasses()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .dependOnClassesThat(resideInAPackage("io.mercato..").and(not(resideInAPackage(DOMAIN))))
                .check(house);
    }

    @Test
    void processors_know_the_domain_only() {
        noClasses()
                .that()
                .resideInAPackage(PROCESSORS)
                .should()
                .dependOnClassesThat(resideInAPackage("io.mercato..").and(not(resideInAnyPackage(DOMAIN, PROCESSORS))))
                .check(house);
    }

    @Test
    void the_platform_knows_domain_and_processors_only() {
        noClasses()
                .that()
                .resideInAPackage(PLATFORM)
                .should()
                .dependOnClassesThat(resideInAPackage("io.mercato..")
                        .and(not(resideInAnyPackage(DOMAIN, PROCESSORS, ARTEMIS, PLATFORM))))
                .check(house);
    }

    @Test
    void nobody_but_the_program_knows_the_rest_face_and_its_records() {
        noClasses()
                .that()
                .resideOutsideOfPackages(REST, BOOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(REST)
                .check(house);
        noClasses()
                .that()
                .resideInAPackage(BOOT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.mercato.rest.cmw..", "io.mercato.rest.deployer..")
                .check(house);
    }

    @Test
    void the_rest_face_knows_neither_connectors_nor_the_program() {
        noClasses()
                .that()
                .resideInAPackage(REST)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CONNECTORS, SIMULATOR, BOOT)
                .check(house);
    }

    @Test
    void connectors_know_domain_and_processors_only_and_no_other_connector() {
        noClasses()
                .that()
                .resideInAPackage(CONNECTORS)
                .should()
                .dependOnClassesThat(resideInAPackage("io.mercato..")
                        .and(not(resideInAnyPackage(DOMAIN, PROCESSORS, ARTEMIS, CONNECTORS))))
                .check(house);
        slices().matching("io.mercato.connector.(*)..")
                .should()
                .notDependOnEachOther()
                .check(house);
    }

    @Test
    void the_simulated_cloud_is_a_program_of_its_own() {
        noClasses()
                .that()
                .resideInAPackage(SIMULATOR)
                .should()
                .dependOnClassesThat(resideInAPackage("io.mercato..").and(not(resideInAPackage(SIMULATOR))))
                .check(house);
        noClasses()
                .that()
                .resideOutsideOfPackages(SIMULATOR, BOOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SIMULATOR)
                .check(house);
    }

    @Test
    void the_domain_is_plain_java() {
        noClasses()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.apache.camel..",
                        "java.sql..",
                        "javax.sql..",
                        "jakarta..",
                        "com.fasterxml.jackson.databind..",
                        "com.fasterxml.jackson.core..")
                .check(house);
    }

    @Test
    void sql_is_spoken_by_processors_and_by_what_starts_the_database() {
        noClasses()
                .that()
                .resideOutsideOfPackages(PROCESSORS, "io.mercato.boot.database..", "io.mercato.boot.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc.core..", "java.sql..", "org.jooq..")
                .check(house);
    }

    @Test
    void no_processor_sends_messages_past_the_routes() {
        noClasses()
                .that()
                .resideInAPackage(PROCESSORS)
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "org\\.apache\\.camel\\.(Fluent)?(Producer|Consumer)Template|org\\.springframework\\.jms\\..*|jakarta\\.jms\\..*")
                .check(house);
    }

    @Test
    void routes_stand_in_the_platform_the_rest_face_the_connectors_and_the_demo_only() {
        classes()
                .that()
                .areAssignableTo(org.apache.camel.builder.RouteBuilder.class)
                .should()
                .resideInAnyPackage(PLATFORM, REST, CONNECTORS, "io.mercato.boot.demo..")
                .check(house);
    }

    @Test
    void the_program_is_started_in_boot_and_the_simulator_in_its_own_room() {
        methods()
                .that()
                .haveName("main")
                .and()
                .areStatic()
                .and()
                .haveRawParameterTypes(String[].class)
                .should()
                .beDeclaredInClassesThat()
                .resideInAnyPackage(BOOT, "io.mercato.simulator", "io.mercato.bench..")
                .check(house);
    }

    /** Timestamp is what a JDBC driver takes, and Jakarta Mail takes no other date for its header. */
    @Test
    void times_are_of_java_time() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN, PROCESSORS, PLATFORM, REST)
                .and()
                .doNotHaveFullyQualifiedName("io.mercato.processors.notifier.EmailComposer")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Date|(Gregorian)?Calendar)")
                .check(house);
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN, PLATFORM, REST)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Date.class)
                .check(house);
    }

    /** Whoever wants to know the time asks the clock that a test can move. */
    @Test
    void the_time_is_read_from_the_house_s_clock() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN, PROCESSORS, PLATFORM, REST)
                .and()
                .areNotAssignableTo(ClockConfiguration.class)
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "it is the time of the machine", access -> readsTheMachinesTime(access.getTarget())))
                .check(house);
    }

    private static boolean readsTheMachinesTime(AccessTarget target) {
        String name = target.getFullName();
        return name.matches("java\\.time\\.\\w+\\.now\\((?!java\\.time\\.Clock).*")
                || name.startsWith("java.time.Clock.system")
                || name.equals("java.lang.System.currentTimeMillis()");
    }

    @Test
    void money_is_never_a_floating_point_number() {
        String[] money = {
            "io.mercato.domain.money..", "io.mercato.domain.cmw.invoice..", "io.mercato.processors.cmw.invoice.."
        };
        noClasses()
                .that()
                .resideInAnyPackage(money)
                .should()
                .dependOnClassesThat(FloatingPoint.NUMBER)
                .orShould(FloatingPoint.haveFieldsOrMethods())
                .check(house);
    }

    @Test
    void nothing_prints_or_waits_on_its_own() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SIMULATOR, "io.mercato.boot.start..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(house);
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN, PROCESSORS, PLATFORM, REST, CONNECTORS)
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .check(house);
    }
}
