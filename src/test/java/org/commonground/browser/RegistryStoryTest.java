package org.commonground.browser;

import java.time.LocalDate;
import java.util.Date;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.FlagLevel;
import org.commonground.organisation.FlagService;
import org.commonground.organisation.OrganisationService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The registry as people keep it in Tasklist: asked for more, verified, its people, its renewal, a doubt that the manager decides. */
@BrowserTest
class RegistryStoryTest {

    private final OrganisationId weavers = new OrganisationId("Weavers");
    private final String name = "Weavers of Guntur";
    private final String focal = "padma";
    private final String colleague = "ravi";

    @Autowired
    private BrowserStage browser;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private OrganisationService organisations;
    @Autowired
    private FlagService flags;
    @Autowired
    private MovableClock clock;
    @Autowired
    private TransactionTemplate transaction;

    @Test
    void an_organisation_is_taken_in_looked_after_and_doubted() {
        browser.account("clerk", "Clara", "Clerk", "coordinator");
        browser.account("boss", "Maria", "Manager", "manager");
        Person clerk = browser.person("clerk");

        // The document is missing a page, so more is needed before it is verified.
        clerk.begins("Register organisation").writes("Code", weavers.code()).writes("Name", name).picks("Kind", "Cooperative")
                .picks("Country", "India").ticks("Roles it could take", "Implementer: carries out the activities")
                .ticks("Levels at which it works", "Local").writes("Area", "Guntur").picks("Level", "Local")
                .writes("Registration document", "Register of cooperatives").writes("Number", "17")
                .dates("Valid until", LocalDate.now(clock).plusYears(1))
                .writes("Who knows the organisation", "District office").writes("How to reach them", "office@example.org")
                .writes("Name of the focal point", "Padma Devi").writes("E-mail of the focal point", focal + "@example.org")
                .writes("User id of the focal point", focal).completes();
        assertThat(clerk.chooses("Secretariat queue").signOf("Verify organisation")).isEqualTo("A step of the coordinator");
        clerk.opens("Verify organisation", name).claims()
                .ticks("What did you find?", "More is needed before I can say")
                .writes("What more is needed?", "The second page of the document").picture("verify-more-needed").completes();
        clerk.opens("Complete registration", name).claims().writes("Number", "17, two pages").picture("complete-registration").completes();
        clerk.looksAgain().opens("Verify organisation", name).claims()
                .ticks("What did you find?", "Verified: the organisation exists and is who it says").completes();

        // Its focal point invites a colleague and gives the right to sign.
        Person padma = focalPoint();
        assertThat(padma.chooses("My organisation").signOf("Update people")).isEqualTo("A step of partners");
        padma.opens("Update people").claims().ticks("What would you like to do?", "Invite somebody")
                .writes("Name", "Ravi Kumar").writes("E-mail", colleague + "@example.org").writes("User id", colleague)
                .picture("invite").completes();
        padma.looksAgain().opens("Update people").claims().ticks("What would you like to do?", "Let somebody sign")
                .picksLike("Who", 0, "Ravi Kumar").dates("First day", LocalDate.now(clock)).picture("let-sign").completes();
        assertThat(organisations.maySign(colleague, weavers, LocalDate.now(clock))).isTrue();

        // A year later the registration is renewed.
        expiresSoon();
        padma.opens("Renew registration").claims().writes("Registration document", "Register of cooperatives").writes("Number", "18")
                .dates("Valid until", LocalDate.now(clock).plusYears(2)).picture("renew-registration").completes();

        // Somebody doubts it: the coordinator asks the manager, who decides in Tasklist.
        transaction.executeWithoutResult(status -> flags.raise(weavers, FlagLevel.RED, "The office is closed.", "clerk", null));
        clerk.opens("Resolve flag", name).claims().ticks("How does it go on?", "Ask the manager, once, to decide")
                .writes("What should the manager decide?", "May they sign while the office moves?").picture("resolve-flag").completes();
        Person boss = browser.person("boss");
        assertThat(boss.chooses("To decide").signOf("Decide on flag")).isEqualTo("A step of staff");
        boss.opens("Decide on flag").claims().ticks("What do you decide?", "The flag is taken away")
                .writes("Why?", "The new office is open.").picture("decide-on-flag").completes();
        assertThat(organisations.signingBlocked(weavers)).isFalse();
    }

    private Person focalPoint() {
        browser.waitsUntil(() -> account() != null, "the focal point has an account");
        User account = account();
        account.setPassword(BrowserStage.PASSWORD);
        engine.getIdentityService().saveUser(account);
        return browser.person(focal);
    }

    private User account() {
        return engine.getIdentityService().createUserQuery().userId(focal).singleResult();
    }

    private void expiresSoon() {
        ManagementService jobs = engine.getManagementService();
        Job timer = jobs.createJobQuery().timers().list().stream().filter(job -> weavers.code().equals(
                engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId()).singleResult()
                        .getBusinessKey())).findFirst().orElseThrow();
        jobs.setJobDuedate(timer.getId(), Date.from(clock.instant()));
    }
}
