package org.commonground.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.commonground.engine.MovableClock;
import org.commonground.notice.Mails;
import org.commonground.notice.Postman;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Stage.with;

/** The mail that asks for a step says about whom, what and how much, so that one knows before one logs in. */
@ProcessTest
class StepMailsStory {

    private static final List<String> THREE = List.of("Goi", "Eu", "Ngo");

    @Autowired
    private Stage stage;
    @Autowired
    private MovableClock clock;
    @Autowired
    private Postman postman;
    @Autowired
    private Mails mails;

    private Cast cast;
    private String cotton;

    @Test
    void from_the_signature_to_the_money_and_a_vote() {
        cast = stage.cast().fao().withMandates();
        Course course = new Course(cast);
        LocalDate today = LocalDate.now(clock);
        cotton = course.choosesPartners("Cotton in the post", cast.roles(THREE.toArray(String[]::new)));
        course.findsVision(cotton, THREE);
        course.agrees(cotton, THREE);
        course.isReleased(cotton);
        assertThat(mail("Ngo", "Sign agreement")).contains("Version 1: ");

        course.sign(cotton, THREE);
        cast.coordinator().completes("Orient partners", cotton, Answers.orientation(today, THREE.stream().map(cast::code)
                .toArray(String[]::new)));
        cast.coordinator().completes("Set up secretariat", cotton, Answers.secretariat(cast, "Ngo", "Eu"));
        assertThat(mail("Eu", "Commit funds")).contains("The agreement names: ", " EUR");

        course.commits(cotton, "Goi", "Commit policy decisions");
        course.commits(cotton, "Ngo", "Commit activities");
        Actor eu = cast.actor("Eu");
        Map<String, Object> funds = Answers.asAgreed("Commit funds", eu.opens("Commit funds", cotton));
        funds.put("instalments", List.of(with("due", today.toString(), "amount", 100_000, "receiver", cast.code("Ngo"))));
        eu.completes("Commit funds", cotton, funds);
        assertThat(mail("Ngo", "Plan period")).contains("Period 1: ");
        for (int day = 0; day < 2 && !cast.actor("Ngo").sees(cotton).contains("Confirm instalment"); day++) {
            stage.fires("Instalment due", cotton);
        }
        assertThat(mail("Ngo", "Confirm instalment")).contains(cast.name("Eu") + " has promised 100,000 EUR for ",
                "Nothing is confirmed yet.");

        cast.actor("Ngo").starts("matter", with());
        cast.actor("Ngo").completes("Describe matter", null, Answers.matter("suspension", cotton, "The floods have taken the fields."));
        assertThat(mail("Goi", "Decide on proposal")).contains(cast.name("Ngo") + " proposes: A pause of the work.");
    }

    private String mail(String code, String label) {
        stage.machineWorks();
        postman.makeRound();
        return mails.latest(100_000).stream().filter(mail -> mail.subject().startsWith("It is your turn: " + label)
                && mail.subject().contains(cotton) && mail.to().address().startsWith(cast.code(code).toLowerCase(Locale.ROOT)))
                .map(Mails.Mail::text).findFirst().orElse("No such mail: " + mails.latest(5));
    }
}
