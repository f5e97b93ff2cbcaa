package org.commonground.browser;

import java.time.LocalDate;
import java.time.ZoneId;

import com.microsoft.playwright.Locator;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Wherever somebody sits, the same story ends with the same rows in the tables. */
@BrowserTest
class SameEverywhereTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2029, 2, 28);

    @Autowired
    private BrowserStage browser;
    @Autowired
    private OrganisationService organisations;

    @ParameterizedTest
    @CsvSource({"America/Managua, Westmost", "Asia/Kolkata, Middling", "Pacific/Auckland, Eastmost"})
    void an_organisation_is_registered_mended_and_read_with_the_day_that_was_meant(ZoneId where, String code) {
        browser.account("clerk", "Clara", "Clerk", "coordinator");
        Person clerk = browser.person("clerk", where);
        clerk.begins("Register organisation").writes("Code", code).writes("Name", code + " growers").picks("Kind", "Cooperative")
                .picks("Country", "India").ticks("Roles it could take", "Implementer: carries out the activities")
                .ticks("Levels at which it works", "Local").writes("Area", "Guntur").picks("Level", "Local")
                .writes("Registration document", "Register of cooperatives").writes("Number", "17").dates("Valid until", LAST_DAY)
                .writes("Who knows the organisation", "District office").writes("How to reach them", "office@example.org")
                .writes("Name of the focal point", "Padma Devi").writes("E-mail of the focal point", "padma@example.org")
                .writes("User id of the focal point", "padma" + code).completes();
        clerk.chooses("Secretariat queue").opens("Verify organisation", code).claims();
        assertThat(clerk.reads()).contains("valid until 28 February 2029");
        clerk.ticks("What did you find?", "More is needed before I can say").writes("What more is needed?", "The second page").completes();

        // The form is filled with the day already, and stands open for a while.
        clerk.opens("Complete registration", code).claims();
        Locator day = clerk.page().locator(".fjs-form-field-datetime input.flatpickr-input");
        assertThat(day.inputValue()).isEqualTo("28 Feb 2029");
        clerk.writes("Number", "17, two pages");
        assertThat(day.inputValue()).isEqualTo("28 Feb 2029");
        clerk.completes();
        browser.theMachineRests();

        assertThat(organisations.file(new OrganisationId(code)).registration().document())
                .isEqualTo(new Registration.Document("Register of cooperatives", "17, two pages", LAST_DAY));
    }
}
