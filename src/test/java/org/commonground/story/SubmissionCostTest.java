package org.commonground.story;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.matter.MatterService;
import org.commonground.partnership.Actions;
import org.commonground.partnership.AgreedAction;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.stage.StatementCount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Stage.with;
import static org.commonground.story.Answers.aims;
import static org.commonground.story.Answers.candidateProfile;
import static org.commonground.story.Answers.nominee;
import static org.commonground.story.Answers.picked;
import static org.commonground.story.Answers.profile;
import static org.commonground.story.Answers.proposal;

/** What one click of a partner costs: on the bare engine 35 statements, here at most 44, domain and mails included. */
@ProcessTest
class SubmissionCostTest {

    private static final int MOST = 44;
    /** Who leaves asks every room what it holds there: so many statements more, however many things there are. */
    private static final int ROOMS = 16;

    @Autowired
    private Stage stage;
    @Autowired
    private StatementCount statements;
    @Autowired
    private Ladder ladder;
    @Autowired
    private Actions actions;
    @Autowired
    private MatterService matters;
    @Autowired
    private Clock clock;

    @Test
    void a_partners_submission_stays_within_its_statements() {
        Cast cast = stage.cast().fao();
        Actor fao = cast.actor("Fao", Role.EXPERT);
        Actor ngo = cast.actor("Ngo", Role.IMPLEMENTER);
        String cotton = fao.starts("partnership", proposal("Cotton at a price"));

        costs("Clarify aims", fao.submission("Clarify aims", cotton, aims(cast.code("Fao"), "Guntur", true)));
        stage.machineWorks();
        costs("State own profile", fao.submission("State own profile", cotton, profile("FAO", 4)));
        stage.machineWorks();
        Map<String, Object> shown = cast.coordinator().opens("Nominate candidates", cotton);
        cast.coordinator().completes("Nominate candidates", cotton, with("candidates", List.of(
                nominee(cast.code("Fao"), List.of("expert")),
                nominee(cast.code("Ngo"), picked(shown, "roles", "Implementer, local, Guntur")),
                nominee(cast.code("Eu"), picked(shown, "roles", "Resource provider, national")))));
        // Forms are read from the deployment once; the second partner finds them there.
        cast.actor("Eu", Role.RESOURCE_PROVIDER).completes("Answer invitation", cotton, with("answer", "accept"));
        cast.actor("Eu", Role.RESOURCE_PROVIDER).completes("State profile", cotton, candidateProfile("EU", 4));
        costs("Answer invitation", ngo.submission("Answer invitation", cotton, with("answer", "accept")));
        stage.machineWorks();
        costs("State profile", ngo.submission("State profile", cotton, candidateProfile("NGO", 4)));
    }

    @Test
    void so_does_what_partners_say_when_they_negotiate_and_sign() {
        Cast cast = stage.cast().fao().withMandates();
        Course course = new Course(cast);
        List<String> three = List.of("Fao", "Ngo", "Eu");
        List<String> others = List.of("Fao", "Eu");
        Actor ngo = cast.actor("Ngo");
        String cotton = course.choosesPartners("Cotton at a price", Course.all(Role.IMPLEMENTER, three));
        for (String label : List.of("Share vision", "Answer expectations", "Endorse vision", "State positions", "Read the positions",
                "Sign agreement")) {
            // Forms are read from the deployment once; the last partner finds them there.
            switch (label) {
                case "Share vision" -> others.forEach(code -> cast.actor(code).completes(label, cotton, Answers.vision(code)));
                case "Answer expectations" -> others.forEach(code -> cast.actor(code).completes(label, cotton,
                        Answers.expectations(cast.actor(code).opens(label, cotton))));
                case "Endorse vision" -> {
                    cast.coordinator().completes("Draft shared vision", cotton, Answers.sharedVision(cast.code("Fao")));
                    others.forEach(code -> cast.actor(code).completes(label, cotton,
                            Answers.endorsement(cast.actor(code).opens(label, cotton))));
                }
                case "State positions" -> {
                    cast.coordinator().completes("Draft topics", cotton, Answers.topics(cast.coordinator().opens("Draft topics", cotton)));
                    course.accept(cotton, others);
                }
                case "Read the positions" -> course.areReady(cotton, others);
                default -> {
                    course.isReleased(cotton);
                    course.sign(cotton, others);
                }
            }
            Map<String, Object> shown = ngo.opens(label, cotton);
            costs(label, ngo.submission(label, cotton, switch (label) {
                case "Share vision" -> Answers.vision("NGO");
                case "Answer expectations" -> Answers.expectations(shown);
                case "Endorse vision" -> Answers.endorsement(shown);
                case "State positions" -> Answers.positions(shown, "accept");
                case "Read the positions" -> Answers.ready();
                default -> Answers.signature(shown);
            }));
            stage.machineWorks();
        }
    }

    @Test
    void so_does_what_partners_say_when_they_move_on() {
        Cast cast = stage.cast().fao().withMandates();
        Course course = new Course(cast);
        List<String> two = List.of("Ngo", "Eu");
        Actor ngo = cast.actor("Ngo");
        Actor eu = cast.actor("Eu");
        String cotton = course.choosesPartners("Cotton at a price", Course.all(Role.IMPLEMENTER, two));
        course.reachesAgreement(cotton, two);
        stage.fires("Term ended", cotton);
        cast.coordinator().completes("Choose trajectory", cotton, Answers.trajectory("completed", "It is done."));
        eu.completes("Reconcile contributions", cotton, Answers.reconciled(eu.opens("Reconcile contributions", cotton), true));
        eu.completes("Share lessons", cotton, Answers.lessons("EU"));

        costs("Reconcile contributions", ngo.submission("Reconcile contributions", cotton,
                Answers.reconciled(ngo.opens("Reconcile contributions", cotton), true)));
        stage.machineWorks();
        costs("Share lessons", ngo.submission("Share lessons", cotton, Answers.lessons("NGO")));
    }

    /** Three things are handed over at once; what follows from it is done in the machine's boxes behind these. */
    @Test
    void so_does_what_partners_say_when_one_leaves() {
        Cast cast = stage.cast().three();
        Actor fao = cast.actor("Fao");
        Actor ngo = cast.actor("Ngo");
        Map<OrganisationId, Role> roles = new LinkedHashMap<>();
        roles.put(cast.id("Fao"), Role.EXPERT);
        roles.put(cast.id("Goi"), Role.RESOURCE_PROVIDER);
        roles.put(cast.id("Ngo"), Role.IMPLEMENTER);
        PartnershipId id = ladder.inForce(roles);
        String cotton = id.value();
        actions.agree(id, "Review 1", Stream.of("Count moths", "Weigh cotton", "Read soil").map(what -> new AgreedAction("Cotton", what,
                cast.id("Ngo"), LocalDate.now(clock).plusYears(1), cast.id("Goi"))).toList(), fao.user());
        leaves(fao, id);
        Map<String, Object> day = with("outcome", "leave", "effective", LocalDate.now(clock).plusMonths(4).toString(), "why",
                "No time.");
        fao.completes("Give notice", cotton, day);
        fao.completes("Offer what is held", cotton, with("outcome", "stay", "reason", "Time."));
        leaves(ngo, id);
        costs("Give notice", MOST + ROOMS, ngo.submission("Give notice", cotton, day));
        stage.machineWorks();
        List<?> things = (List<?>) ngo.opens("Offer what is held", cotton).get("things");
        costs("Offer what is held", MOST + ROOMS, ngo.submission("Offer what is held", cotton, with("outcome", "offer", "things",
                things.stream().map(row -> with("key", ((Map<?, ?>) row).get("key"), "to", cast.code("Fao"))).toList())));
        stage.machineWorks();
        costs("Take over offers", fao.submission("Take over offers", cotton, with("things", things.stream()
                .map(row -> with("key", ((Map<?, ?>) row).get("key"), "answer", "take")).toList())));
        stage.machineWorks();
        assertThat(actions.open(id)).extracting(one -> one.owner().code()).containsOnly(cast.code("Fao"));
    }

    @Test
    void so_does_what_partners_say_when_somebody_joins() {
        Cast cast = stage.cast().three().organisation("Una", "University", Level.LOCAL, "Guntur", Role.EXPERT).withMandates();
        Course course = new Course(cast);
        Actor fao = cast.actor("Fao");
        Actor una = cast.actor("Una");
        Map<OrganisationId, Role> roles = new LinkedHashMap<>();
        roles.put(cast.id("Fao"), Role.EXPERT);
        roles.put(cast.id("Goi"), Role.RESOURCE_PROVIDER);
        roles.put(cast.id("Ngo"), Role.IMPLEMENTER);
        PartnershipId id = ladder.inForce(roles);
        UUID matter = matters.raise(id, "accession", "We lack insects.", fao.user());
        stage.engine().getRuntimeService().startProcessInstanceByKey("accession", id.value(), Map.of("matter", matter.toString()));
        stage.machineWorks();
        course.findsNewcomers(id.value(), Map.of("Una", Role.EXPERT));
        course.consent(id.value(), List.of("Goi", "Ngo"));
        costs("Give consent", fao.submission("Give consent", id.value(),
                Answers.consent(fao.opens("Give consent", id.value()), "yes", "")));
        stage.machineWorks();
        cast.coordinator().completes("Connect newcomer", id.value(), with("links", List.of()));
        course.isReleased(id.value());
        costs("Sign agreement", una.submission("Sign agreement", id.value(), Answers.signature(una.opens("Sign agreement", id.value()))));
    }

    @Test
    void so_does_what_partners_say_when_one_is_to_be_released() {
        Cast cast = stage.cast().three();
        Actor fao = cast.actor("Fao");
        PartnershipId id = ladder.inForce(cast.seats("Fao", "Goi", "Ngo"));
        UUID matter = matters.raise(id, "release", "It does not come.", fao.user());
        stage.engine().getRuntimeService().startProcessInstanceByKey("release", id.value(), Map.of("matter", matter.toString()));
        stage.machineWorks();
        costs("Name partner to release", MOST + ROOMS, fao.submission("Name partner to release", id.value(),
                with("partner", cast.code("Ngo"), "ground", "other")));
        stage.machineWorks();
        costs("Answer letter", MOST, cast.actor("Ngo").submission("Answer letter", id.value(), with("answer", "leave")));
    }

    private void leaves(Actor who, PartnershipId id) {
        UUID matter = matters.raise(id, "withdrawal", "No time.", who.user());
        stage.engine().getRuntimeService().startProcessInstanceByKey("withdrawal", id.value(), Map.of("matter", matter.toString()));
        stage.machineWorks();
    }

    private void costs(String label, Runnable submission) {
        costs(label, MOST, submission);
    }

    private void costs(String label, int most, Runnable submission) {
        List<String> sent = statements.during(submission).stream().map(statement -> statement.replaceAll("\\s+", " ")).toList();
        assertThat(sent.size()).as("“%s” sends:%n%s", label, String.join("\n", sent)).isBetween(5, most);
    }
}
