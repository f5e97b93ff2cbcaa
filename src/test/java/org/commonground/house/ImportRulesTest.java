package org.commonground.house;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.GeneralCodingRules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The import law of the house. */
@AnalyzeClasses(packages = "org.commonground", importOptions = ImportOption.DoNotIncludeTests.class)
class ImportRulesTest {

    @ArchTest
    static final ArchRule the_engine_is_known_in_five_places = noClasses()
            .that().resideOutsideOfPackages("..engine..", "..access..", "..webapp..", "..home.web..", "..process..")
            .should().dependOnClassesThat().resideInAPackage("org.camunda..");

    /** A second one made by hand would run the code that the guarded one refuses. */
    @ArchTest
    static final ArchRule there_is_one_engine_for_decisions = noClasses().that().haveNameNotMatching(".*\\.GuardedDecisions(\\$.*)?")
            .should().dependOnClassesThat().haveNameMatching("org\\.camunda\\.bpm\\.dmn\\.engine\\.DmnEngineConfiguration|"
                    + "org\\.camunda\\.bpm\\.dmn\\.feel\\.impl\\.scala\\.ScalaFeelEngine.*|org\\.camunda\\.feel\\.(FeelEngine|api\\..*)");

    @ArchTest
    static final ArchRule nobody_imports_a_process_package = noClasses()
            .that().resideOutsideOfPackage("..process..")
            .should().dependOnClassesThat().resideInAPackage("org.commonground..process..");

    /**
     * Each may call those before it: what all stand on, the mechanisms that rooms fill, the rooms in the order of the cycle, the pages and
     * doors. Matters come before the work and its reviews, since these too may be concerned with one; a picture shows a partnership.
     */
    private static final List<String> FLOORS = List.of("foundation", "engine", "document", "notice", "organisation", "partnership",
            "filing", "picture", "candidate", "selection", "vision", "negotiation", "agreement", "learning", "matter", "work",
            "orientation", "commitment", "period", "reporting", "reading", "funding", "review", "meeting", "decision", "amendment", "lead",
            "adhesion",
            "accession", "withdrawal", "parting", "release", "dispute", "talks", "closure", "reckoning", "webapp", "home", "access",
            "demo");

    @ArchTest
    static final ArchRule everything_stands_on_what_is_below_it = inTheirOrder();

    private static ArchRule inTheirOrder() {
        LayeredArchitecture order = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("org.commonground..");
        for (String floor : FLOORS) {
            order = order.layer(floor).definedBy("org.commonground." + floor + "..");
        }
        for (String floor : FLOORS) {
            List<String> above = FLOORS.subList(FLOORS.indexOf(floor) + 1, FLOORS.size());
            order = above.isEmpty() ? order.whereLayer(floor).mayNotBeAccessedByAnyLayer()
                    : order.whereLayer(floor).mayOnlyBeAccessedByLayers(above.toArray(String[]::new));
        }
        return order;
    }

    @ArchTest
    static final ArchRule no_package_is_without_a_floor = classes().that().resideOutsideOfPackage("org.commonground")
            .should().resideInAnyPackage(FLOORS.stream().map(floor -> "org.commonground." + floor + "..").toArray(String[]::new));

    @ArchTest
    static final ArchRule nothing_goes_in_a_circle = slices().matching("org.commonground.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_foundation_stands_alone = classes().that().resideInAPackage("..foundation..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.commonground.foundation..");

    @ArchTest
    static final ArchRule the_store_of_documents_knows_no_room = knowsOnly("document", "foundation");

    @ArchTest
    static final ArchRule the_engine_room_knows_no_room = knowsOnly("engine", "foundation");

    /** Rooms bring their mails, and tell who is behind a group and what time brings. */
    @ArchTest
    static final ArchRule the_mail_room_knows_no_room = knowsOnly("notice", "foundation", "engine");

    /** Rooms bring their papers, and tell who reads them. */
    @ArchTest
    static final ArchRule the_pages_know_no_room = knowsOnly("webapp", "foundation", "engine", "document", "notice");

    /** A new room changes nothing of the home: it tells by its papers, its matters, its diagram and what was sent. */
    @ArchTest
    static final ArchRule the_home_knows_no_room_but_those_of_every_partnership =
            knowsOnly("home", "foundation", "engine", "document", "notice", "organisation", "partnership", "filing", "picture", "matter",
                    "webapp");

    @ArchTest
    static final ArchRule pictures_show_partnerships_and_know_no_later_room =
            knowsOnly("picture", "foundation", "organisation", "partnership");

    private static ArchRule knowsOnly(String name, String... known) {
        String[] packages = Stream.concat(Stream.of(name), Stream.of(known)).map(one -> "org.commonground." + one + "..")
                .toArray(String[]::new);
        return noClasses().that().resideInAPackage("org.commonground." + name + "..")
                .should().dependOnClassesThat(resideInAPackage("org.commonground..").and(not(resideInAnyPackage(packages))));
    }

    @ArchTest
    static final ArchRule steps_never_touch_a_repository = noClasses().that().resideInAPackage("..process..")
            .should().dependOnClassesThat().areAssignableTo(org.springframework.data.repository.Repository.class)
            .orShould().dependOnClassesThat().resideInAPackage("org.springframework.jdbc..").allowEmptyShould(true);

    @ArchTest
    static final ArchRule no_field_injection = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule no_standard_streams = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule one_clock = noClasses().that().resideOutsideOfPackage("..engine..")
            .should().callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                    com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("now"))
                    .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes(
                            List.<String>of().toArray(String[]::new)))).and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(resideInAPackage("java.time..")))));
}
