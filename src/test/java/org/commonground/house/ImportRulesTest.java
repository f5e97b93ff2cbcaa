package org.commonground.house;

import java.util.ArrayList;
import java.util.List;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.GeneralCodingRules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

/** The import law of the house. */
@AnalyzeClasses(packages = "org.commonground", importOptions = ImportOption.DoNotIncludeTests.class)
class ImportRulesTest {

    @ArchTest
    static final ArchRule the_engine_is_known_in_four_places = noClasses()
            .that().resideOutsideOfPackages("..engine..", "..access..", "..webapp..", "..process..")
            .should().dependOnClassesThat().resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule nobody_imports_a_process_package = noClasses()
            .that().resideOutsideOfPackage("..process..")
            .should().dependOnClassesThat().resideInAPackage("org.commonground..process..");

    /** Each may call those before it. Matters come before the work and its reviews, since these too may be concerned with one. */
    private static final List<String> ROOMS = List.of("organisation", "partnership", "selection", "negotiation", "agreement", "matter", "delivery",
            "review", "decision", "closure");

    @ArchTest
    static final ArchRule rooms_stand_in_the_order_of_the_cycle = inTheirOrder();

    private static ArchRule inTheirOrder() {
        LayeredArchitecture order = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("org.commonground..").withOptionalLayers(true)
                .layer("across").definedBy("..notice..", "..picture..", "..access..", "..webapp..", "..demo..");
        for (String room : ROOMS) {
            order = order.layer(room).definedBy("..commonground." + room + "..");
        }
        for (String room : ROOMS) {
            List<String> later = new ArrayList<>(ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size()));
            later.add("across");
            order = order.whereLayer(room).mayOnlyBeAccessedByLayers(later.toArray(String[]::new));
        }
        return order;
    }

    @ArchTest
    static final ArchRule the_foundation_stands_alone = classes().that().resideInAPackage("..foundation..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.commonground.foundation..");

    @ArchTest
    static final ArchRule the_store_of_documents_knows_no_room = noClasses().that().resideInAPackage("..commonground.document..")
            .should().dependOnClassesThat(resideInAPackage("org.commonground..")
                    .and(com.tngtech.archunit.base.DescribedPredicate.not(
                            resideInAnyPackage("org.commonground.document..", "org.commonground.foundation.."))));

    @ArchTest
    static final ArchRule the_engine_room_knows_no_room = noClasses().that().resideInAPackage("..commonground.engine..")
            .should().dependOnClassesThat(resideInAPackage("org.commonground..")
                    .and(com.tngtech.archunit.base.DescribedPredicate.not(
                            resideInAnyPackage("org.commonground.engine..", "org.commonground.foundation.."))));

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
                            com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes(List.<String>of().toArray(String[]::new))))
                    .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(resideInAPackage("java.time..")))));
}
