package org.commonground.organisation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Stage.with;
import static org.commonground.stage.Refusals.pattern;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.organisation.FlagLevel;
import org.commonground.organisation.FlagService;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Person;
import org.commonground.organisation.Registration;
import org.commonground.stage.Actor;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.stage.StatementCount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class OrganisationProcessTest {

    @Autowired
    Stage stage;
    @Autowired
    OrganisationService organisations;
    @Autowired
    FlagService flags;
    @Autowired
    Clock clock;
    @Autowired
    StatementCount statements;

    Actor coordinator;

    @BeforeEach
    void the_secretariat_is_there() {
        coordinator = stage.staff("coordinator");
    }

    @Test
    void a_verified_organisation_gets_accounts_and_looks_after_its_people() {
        assertThat(coordinator.starts("organisation", registration("Ravi"))).isEqualTo("Ravi");

        assertThat(coordinator.opens("Verify organisation", "Ravi"))
                .containsEntry("caseTitle", "Farmers of Ravi").containsEntry("caseNumber", "Ravi")
                .containsEntry("casePhase", "Registered, not verified yet").containsEntry("kind", "Producer association")
                .containsEntry("roles", "Implementer, Participant").containsEntry("areas", "Guntur");
        coordinator.completes("Verify organisation", "Ravi", with("outcome", "verified"));

        Actor focal = stage.actor("raviFocal");
        assertThat(focal.sees("Ravi")).containsExactly("Update people");
        focal.completes("Update people", "Ravi", with("change", "invite", "name", "Asha Iyer", "email", "asha@ravi.example",
                "user", "raviAsha"));
        focal.completes("Update people", "Ravi", with("change", "seat", "person", "raviAsha", "role", "implementer"));
        focal.completes("Update people", "Ravi",
                with("change", "giveMandate", "person", "raviAsha", "from", today().toString(), "to", null));
        focal.completes("Update people", "Ravi", with("change", "makeFocalPoint", "person", "raviAsha"));

        Map<String, Object> shown = focal.opens("Update people", "Ravi");
        assertThat(shown).containsEntry("focalPoints", "Asha Iyer or Focal of Ravi");
        assertThat(shown.get("people")).asList().first().isEqualTo(Map.of("name", "Asha Iyer", "user", "raviAsha",
                "email", "asha@ravi.example", "focalPoint", "Focal point", "roles", "Implementer", "signs", "from " + Days.brief(today())));
        assertThat(shown.get("heldSeats")).isEqualTo(List.of(Map.of("label", "Asha Iyer · Implementer", "value", "raviAsha/implementer")));
        assertThat(organisations.maySign("raviAsha", new OrganisationId("Ravi"), today())).isTrue();

        Actor asha = stage.actor("raviAsha");
        asha.completes("Update people", "Ravi", with("change", "leave", "person", "raviFocal"));
        asha.completes("Update people", "Ravi", with("change", "unseat", "heldSeat", "raviAsha/implementer"));
        asha.completes("Update people", "Ravi", with("change", "endMandate", "signer", "raviAsha"));
        assertThat(focal.sees("Ravi")).isEmpty();
        assertThat(organisations.peopleIn(new OrganisationId("Ravi"))).singleElement()
                .returns(Set.<Role>of(), Person::roles).returns(null, Person::mandate);
        assertThat(asha.isRefused("Update people", "Ravi", with("change", "leave", "person", "raviAsha")))
                .isEqualTo("Asha Iyer is the only focal point. Make somebody else focal point first.");
    }

    @Test
    void nobody_verifies_an_organisation_of_their_own() {
        IdentityService identities = stage.engine().getIdentityService();
        coordinator.starts("organisation", registration("Indravati"));
        identities.saveUser(identities.newUser("indravatiFocal"));
        identities.createMembership("indravatiFocal", "coordinator");
        Actor both = stage.actor("indravatiFocal");
        assertThat(both.isRefused("Verify organisation", "Indravati", with("outcome", "verified"))).startsWith(
                "You belong to Farmers of Indravati, whom this is about. Nobody decides in a case of their own");
        coordinator.completes("Verify organisation", "Indravati", with("outcome", "verified"));
        assertThat(both.sees("Indravati")).containsExactly("Update people");
    }

    @Test
    void colleagues_see_the_people_but_only_a_focal_point_changes_them() {
        verified("Beas");
        stage.actor("beasFocal").completes("Update people", "Beas",
                with("change", "invite", "name", "Kiran", "email", "kiran@beas.example", "user", "beasKiran"));

        Actor kiran = stage.actor("beasKiran");
        assertThat(kiran.isRefused("Update people", "Beas",
                with("change", "giveMandate", "person", "beasKiran", "from", today().toString(), "to", null)))
                .isEqualTo("Only a focal point may change who does what in the organisation. Ask Focal of Beas.");
        assertThat(kiran.isRefused("Update people", "Beas", with("change", "leave", "person", "raviFocal")))
                .isEqualTo("“Who” does not offer this choice: please reload the page and choose again.");
    }

    @Test
    void what_waits_at_a_seat_that_nobody_holds_any_more_goes_to_everybody() {
        verified("Mahi");
        Actor focal = stage.actor("mahiFocal");
        focal.completes("Update people", "Mahi",
                with("change", "invite", "name", "Asha", "email", "asha@mahi.example", "user", "mahiAsha"));
        focal.completes("Update people", "Mahi", with("change", "seat", "person", "mahiAsha", "role", "implementer"));
        TaskService tasks = stage.engine().getTaskService();
        Task waiting = tasks.newTask();
        waiting.setName("Plan the season");
        tasks.saveTask(waiting);
        tasks.addCandidateGroup(waiting.getId(), "orgMahiImplementer");
        assertThat(canSee(focal, waiting)).isFalse();

        focal.completes("Update people", "Mahi", with("change", "leave", "person", "mahiAsha"));
        assertThat(canSee(focal, waiting)).isTrue();
        tasks.deleteTask(waiting.getId(), true);
    }

    private boolean canSee(Actor actor, Task task) {
        return actor.as(() -> stage.engine().getTaskService().createTaskQuery().taskId(task.getId()).count()) == 1;
    }

    @Test
    void a_change_of_people_costs_little() {
        verified("Betwa");
        Actor focal = stage.actor("betwaFocal");
        String task = focal.task("Update people", "Betwa").getId();
        focal.as(() -> assertThat(statements.during(() -> stage.engine().getFormService().submitTaskForm(task,
                with("change", "giveMandate", "person", "betwaFocal", "from", today().toString(), "to", null))))
                .hasSizeLessThanOrEqualTo(44));
    }

    @Test
    void strangers_see_nothing_of_an_organisation() {
        verified("Jhelum");
        verified("Chenab");
        assertThat(stage.actor("chenabFocal").sees("Jhelum")).isEmpty();
    }

    @Test
    void what_is_missing_comes_back_completed() {
        coordinator.starts("organisation", registration("Sutlej"));
        coordinator.completes("Verify organisation", "Sutlej", with("outcome", "more", "needed", "The number is not legible."));

        Map<String, Object> shown = coordinator.opens("Complete registration", "Sutlej");
        assertThat(shown).containsEntry("needed", "The number is not legible.").containsEntry("casePhase", "More is needed")
                .containsEntry("documentNumber", "4711");
        Map<String, Object> again = registration("Sutlej");
        again.remove("code");
        again.remove("focalUser");
        again.put("documentNumber", "4712");
        coordinator.completes("Complete registration", "Sutlej", again);
        coordinator.completes("Verify organisation", "Sutlej", with("outcome", "verified"));

        assertThat(organisations.file(new OrganisationId("Sutlej")).registration().document().number()).isEqualTo("4712");
        assertThat(stage.actor("sutlejFocal").sees("Sutlej")).containsExactly("Update people");
    }

    @Test
    void where_the_country_has_several_time_zones_whoever_verifies_chooses_one() {
        Map<String, Object> far = registration("Acre");
        far.put("country", "BR");
        coordinator.starts("organisation", far);

        Map<String, Object> shown = coordinator.opens("Verify organisation", "Acre");
        assertThat(shown).containsEntry("country", "Brazil").containsEntry("oneZone", false);
        assertThat(shown.get("zones")).asList().extracting(choice -> (String) ((Map<?, ?>) choice).get("value"))
                .contains("America/Rio_Branco", "America/Sao_Paulo").doesNotContain("America/Managua");
        assertThat(coordinator.isRefused("Verify organisation", "Acre", with("outcome", "verified")))
                .isEqualTo("“Time zone” is missing: please choose one.");
        assertThat(coordinator.isRefused("Verify organisation", "Acre", with("outcome", "verified", "zone", "America/Managua")))
                .isEqualTo("“Time zone” does not offer this choice: please reload the page and choose again.");

        coordinator.completes("Verify organisation", "Acre", with("outcome", "verified", "zone", "America/Rio_Branco"));
        assertThat(organisations.zoneOf(new OrganisationId("Acre"))).isEqualTo(ZoneId.of("America/Rio_Branco"));
        stage.fires("Registration expires soon", "Acre");
        assertThat(stage.actor("acreFocal").opens("Renew registration", "Acre")).containsEntry("oneZone", true);
    }

    @Test
    void a_country_is_one_of_the_list() {
        Map<String, Object> nowhere = registration("Nowhere");
        nowhere.put("country", "India");
        assertThat(coordinator.mayNotStart("organisation", nowhere))
                .isEqualTo("“Country” does not offer this choice: please reload the page and choose again.");

        coordinator.starts("organisation", registration("Moved"));
        assertThat(coordinator.opens("Verify organisation", "Moved")).containsEntry("country", "India").containsEntry("oneZone", true);
        coordinator.completes("Verify organisation", "Moved", with("outcome", "more", "needed", "It is in Nepal."));
        assertThat(coordinator.opens("Complete registration", "Moved")).containsEntry("country", "IN");
        Map<String, Object> again = registration("Moved");
        again.remove("code");
        again.remove("focalUser");
        again.put("country", "NP");
        coordinator.completes("Complete registration", "Moved", again);
        assertThat(coordinator.opens("Verify organisation", "Moved")).containsEntry("country", "Nepal");
    }

    @Test
    void a_refused_registration_ends_and_opens_no_account() {
        coordinator.starts("organisation", registration("Indus"));
        coordinator.completes("Verify organisation", "Indus", with("outcome", "refused", "reason", "Nobody knows it."));

        assertThat(coordinator.sees("Indus")).isEmpty();
        assertThat(stage.engine().getIdentityService().createUserQuery().userId("indusFocal").count()).isZero();
    }

    @Test
    void a_code_or_name_that_is_taken_is_refused_at_once() {
        verified("Kabul");
        Map<String, Object> sameCode = registration("Kabul");
        sameCode.put("name", "Another one");
        assertThat(coordinator.mayNotStart("organisation", sameCode))
                .isEqualTo("The code Kabul belongs to “Farmers of Kabul”. "
                        + "Choose another code, or look whether it is the same organisation.");
        Map<String, Object> sameName = registration("Kunar");
        sameName.put("name", " farmers  OF kabul");
        assertThat(coordinator.mayNotStart("organisation", sameName))
                .isEqualTo("“Farmers of Kabul” is registered already, with the code Kabul.");
    }

    @Test
    void a_registration_that_ends_is_renewed_each_time() {
        verified("Swat");
        Actor focal = stage.actor("swatFocal");
        for (int years = 5; years <= 6; years++) {
            stage.fires("Registration expires soon", "Swat");
            LocalDate before = organisations.file(new OrganisationId("Swat")).registration().document().expiresOn();
            assertThat(todayIn(new OrganisationId("Swat"))).isEqualTo(before.minusDays(90));
            assertThat(focal.opens("Renew registration", "Swat")).containsEntry("endsOn", Days.inWords(before));
            assertThat(focal.isRefused("Renew registration", "Swat", renewed(before)))
                    .matches(pattern("The registration on file is valid until …. Give the later date of the renewed one."));
            focal.completes("Renew registration", "Swat", renewed(before.plusYears(1)));
            assertThat(focal.sees("Swat")).containsExactly("Update people");
        }
        assertThat(organisations.file(new OrganisationId("Swat")).registration().document())
                .isEqualTo(new Registration.Document("Certificate", "4713", todayIn(new OrganisationId("Swat")).plusDays(90).plusYears(1)));
    }

    @Test
    void two_flags_of_one_organisation_go_their_own_ways() {
        verified("Tapti");
        OrganisationId tapti = new OrganisationId("Tapti");
        flags.raise(tapti, FlagLevel.YELLOW, "Reports late.", "coordinator", null);
        stage.machineWorks();
        assertThat(coordinator.opens("Resolve flag", "Tapti")).containsEntry("level", "Yellow flag")
                .containsEntry("doubt", "Reports late.");
        coordinator.completes("Resolve flag", "Tapti", with("outcome", "resolve", "reason", "The report came."));
        assertThat(organisations.card(tapti).flag()).isNull();

        flags.raise(tapti, FlagLevel.RED, "Funds cannot be traced.", "coordinator", null);
        stage.machineWorks();
        coordinator.completes("Resolve flag", "Tapti", with("outcome", "ask", "question", "Do we go on?"));
        flags.raise(tapti, FlagLevel.OBSERVATION, "New director.", "coordinator", null);
        stage.machineWorks();
        assertThat(coordinator.opens("Resolve flag", "Tapti")).containsEntry("doubt", "New director.");
        coordinator.completes("Resolve flag", "Tapti", with("outcome", "ask", "question", "Does it matter?"));

        Actor manager = stage.staff("manager");
        assertThat(manager.sees("Tapti")).filteredOn("Decide on flag"::equals).hasSize(2);
        assertThat(coordinator.sees("Tapti")).doesNotContain("Resolve flag");
        assertThat(organisations.signingBlocked(tapti)).isTrue();
    }

    @Test
    void the_manager_decides_once_whether_a_flag_stands() {
        verified("Luni");
        OrganisationId luni = new OrganisationId("Luni");
        flags.raise(luni, FlagLevel.RED, "Funds cannot be traced.", "coordinator", null);
        stage.machineWorks();
        Actor manager = stage.staff("manager");
        coordinator.completes("Resolve flag", "Luni", with("outcome", "ask", "question", "Do we go on?"));
        assertThat(manager.opens("Decide on flag", "Luni")).containsEntry("asked", "Do we go on?");
        manager.completes("Decide on flag", "Luni", with("outcome", "keep", "reason", "Not before the audit."));

        Map<String, Object> shown = coordinator.opens("Resolve flag", "Luni");
        assertThat(shown).containsEntry("managersWords", "Not before the audit.");
        assertThat(shown.get("ways")).asList().hasSize(1);
        assertThat(coordinator.isRefused("Resolve flag", "Luni", with("outcome", "ask", "question", "And now?")))
                .isEqualTo("“How does it go on?” does not offer this choice: please reload the page and choose again.");
        coordinator.completes("Resolve flag", "Luni", with("outcome", "resolve", "reason", "The audit is clean."));
        assertThat(organisations.signingBlocked(luni)).isFalse();

        flags.raise(luni, FlagLevel.YELLOW, "Reports late.", "coordinator", null);
        stage.machineWorks();
        coordinator.completes("Resolve flag", "Luni", with("outcome", "ask", "question", "Is this serious?"));
        manager.completes("Decide on flag", "Luni", with("outcome", "lift", "reason", "No."));
        assertThat(coordinator.sees("Luni")).doesNotContain("Resolve flag", "Decide on flag");
        assertThat(organisations.card(luni).flag()).isNull();
    }

    private void verified(String code) {
        coordinator.starts("organisation", registration(code));
        coordinator.completes("Verify organisation", code, with("outcome", "verified"));
    }

    private Map<String, Object> registration(String code) {
        return new LinkedHashMap<>(with("code", code, "name", "Farmers of " + code, "kind", "producerAssociation", "country", "IN",
                "roles", List.of("implementer", "participant"), "levels", List.of("local"),
                "areas", List.of(with("name", "Guntur", "level", "local", "within", "Andhra Pradesh")),
                "document", "Certificate", "documentNumber", "4711", "expiresOn", today().plusYears(1).toString(),
                "focalName", "Focal of " + code, "focalEmail", "focal@" + code.toLowerCase() + ".example",
                "focalUser", code.toLowerCase() + "Focal", "references", List.of(with("name", "Dr. Rao", "contact", "rao@example.org"))));
    }

    private static Map<String, Object> renewed(LocalDate expiresOn) {
        return with("document", "Certificate", "documentNumber", "4713", "expiresOn", expiresOn.toString());
    }

    private LocalDate todayIn(OrganisationId id) {
        return Days.today(organisations.zoneOf(id), clock);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
