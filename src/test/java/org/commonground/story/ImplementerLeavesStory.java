package org.commonground.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.foundation.Role.PARTICIPANT;
import static org.commonground.foundation.Role.RESOURCE_PROVIDER;
import static org.commonground.stage.Stage.with;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonground.agreement.AgreedTerms;
import org.commonground.commitment.Commitment;
import org.commonground.commitment.CommitmentService;
import org.commonground.document.Papers;
import org.commonground.document.Readership;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Seat;
import org.commonground.funding.Instalment;
import org.commonground.funding.InstalmentService;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.negotiation.SampleTerms;
import org.commonground.negotiation.Topic;
import org.commonground.partnership.Action;
import org.commonground.partnership.Actions;
import org.commonground.partnership.AgreedAction;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.withdrawal.HeldThing;
import org.commonground.withdrawal.HeldThings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The implementer of four partners leaves in the second year. Its schools are taken over, its money is declined by one and received by
 * another, its secretariat is released, and what it did not offer the others settle on its last day. Beside it another partnership of the
 * same four goes on as it was, until all but one have left it.
 */
@ProcessTest
class ImplementerLeavesStory {

    private static final String OFFER = "Offer what is held";
    private static final String TAKE = "Take over offers";
    private static final String CONFIRM = "Confirm instalment";
    private static final String LETTER = "Write to the ministry";
    private static final List<String> FOUR = List.of("Eu", "Ngo", "Fao", "Ffs");

    @Autowired
    private Stage stage;
    @Autowired
    private Ladder ladder;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private AgreedTerms agreed;
    @Autowired
    private CommitmentService commitments;
    @Autowired
    private InstalmentService instalments;
    @Autowired
    private MatterService matters;
    @Autowired
    private Actions actions;
    @Autowired
    private HeldThings held;
    @Autowired
    private List<Papers> papers;
    @Autowired
    private List<Readership> readers;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Clock clock;

    private Cast cast;
    private Actor eu;
    private Actor ngo;
    private Actor fao;
    private Actor farmers;
    private LocalDate sealed;
    private PartnershipId id;
    private PartnershipId other;
    private String key;

    @BeforeEach
    void two_partnerships_are_in_their_second_year() {
        cast = stage.cast().organisation("Eu", "European Union", Level.NATIONAL, "India", RESOURCE_PROVIDER)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", IMPLEMENTER)
                .organisation("Fao", "FAO", Level.NATIONAL, "India", EXPERT)
                .organisation("Ffs", "Alumni federation", Level.LOCAL, "Guntur", PARTICIPANT);
        eu = cast.actor("Eu");
        ngo = cast.actor("Ngo");
        fao = cast.actor("Fao");
        farmers = cast.actor("Ffs");
        sealed = LocalDate.now(clock);
        id = atWork();
        other = atWork();
        key = id.value();
        stage.passes(Duration.ofDays(430));
        stage.catchesUp(id.value(), other.value());
    }

    private PartnershipId atWork() {
        PartnershipId partnership = ladder.sealedForWork(List.of(new Seat(cast.id("Eu"), RESOURCE_PROVIDER),
                new Seat(cast.id("Ngo"), IMPLEMENTER), new Seat(cast.id("Fao"), EXPERT), new Seat(cast.id("Ffs"), PARTICIPANT)));
        ladder.amended(partnership, FOUR.stream().map(cast::id).toList(), Topic.DURATION, SampleTerms.lasting(48));
        String number = partnership.value();
        stage.engine().getRuntimeService().startProcessInstanceByKey("work", number);
        stage.machineWorks();
        Actor coordinator = cast.coordinator();
        coordinator.completes("Orient partners", number, Answers.orientation(sealed, FOUR.stream().map(cast::code).toArray(String[]::new)));
        if (coordinator.sees(number).contains("Set up secretariat")) {
            coordinator.completes("Set up secretariat", number, Answers.secretariat(cast, "Ngo", "Eu"));
        }
        commits(ngo, "Commit activities", number);
        commits(fao, "Commit expertise", number);
        commits(farmers, "Commit participation", number);
        Map<String, Object> funds = Answers.asAgreed("Commit funds", eu.opens("Commit funds", number));
        funds.put("instalments", List.of(with("due", sealed.plusMonths(14).toString(), "amount", 100_000, "receiver", cast.code("Ngo"))));
        eu.completes("Commit funds", number, funds);
        actions.agree(partnership, "Review 1", List.of(new AgreedAction("Water", LETTER, cast.id("Ngo"), sealed.plusMonths(30),
                cast.id("Fao"))), fao.user());
        return partnership;
    }

    private static void commits(Actor who, String step, String number) {
        who.completes(step, number, Answers.asAgreed(step, who.opens(step, number)));
    }

    @Test
    void its_things_go_three_ways_and_it_leaves() {
        assertThat(ngo.sees(key)).contains(CONFIRM);
        givesNotice(ngo, id);
        assertThat(ngo.opens(OFFER, key).get("things").toString()).contains("Field schools", "To receive 100,000 EUR from",
                "To host the secretariat", "Secretariat: Facilitating NGO’s focal point", LETTER);
        ngo.completes(OFFER, key, offering(with("Field schools", "Fao", "To receive", "Fao", "Secretariat:", "Ffs")));
        assertThat(fao.opens(TAKE, key).get("things").toString()).contains("40 groups", "100,000 EUR", "due on");
        fao.completes(TAKE, key, answering(fao, "Field schools"));
        farmers.completes(TAKE, key, answering(farmers, "Secretariat:"));
        assertThat(schools(id).seat()).isEqualTo(new Seat(cast.id("Fao"), IMPLEMENTER));
        assertThat(receiver(id)).as("declined").isEqualTo(cast.id("Ngo"));
        assertThat(ngo.sees(key)).contains(CONFIRM);
        assertThat(ngo.isRefused(OFFER, key, offering(with("To receive", "Eu")))).isEqualTo(
                cast.name("Eu") + " pays this money, so it cannot be the one to receive it.");
        ngo.completes(OFFER, key, offering(with("To receive", "Ffs", "host the secretariat", "release")));
        farmers.completes(TAKE, key, answering(farmers, "To receive"));
        assertThat(receiver(id)).isEqualTo(cast.id("Ffs"));
        assertThat(farmers.sees(key)).as("the open step moves with it").contains(CONFIRM);
        assertThat(ngo.sees(key)).doesNotContain(CONFIRM);
        assertThat(jdbc.sql("select audience from open_task where business_key = ? and label = ?").params(key, CONFIRM).query(String.class)
                .single()).as("whom its reminders go to").contains(cast.id("Ffs").groupId()).doesNotContain(cast.id("Ngo").groupId());
        eu.completes("Decide on releases", key, with("things", rows(eu.opens("Decide on releases", key)).stream()
                .map(row -> with("key", row.get("key"), "answer", "release", "words", "The lead’s office does it.")).toList()));
        farmers.completes(CONFIRM, key, with("came", "yes", "receivedOn", LocalDate.now(clock).toString(), "received", 100_000,
                "note", ""));
        leaves();
        theOtherOneGoesOn();
    }

    /** What it did not offer the others settle. */
    private void leaves() {
        int signed = agreed.of(id).version();
        stage.fires("Last day come", key);
        farmers.completes("Settle what is left", key, settling(farmers, LETTER));
        Stream.of(fao, eu).filter(one -> one.sees(key).contains("Settle what is left"))
                .forEach(one -> one.completes("Settle what is left", key, settling(one, "nothing")));
        assertThat(partnerships.memberIds(id)).doesNotContain(cast.id("Ngo"));
        assertThat(actions.open(id)).extracting(Action::owner).containsExactly(cast.id("Ffs"));
        assertThat(commitments.silentSeats(id)).as("nobody is asked anew for what it took over").isEmpty();
        assertThat(held.of(id, cast.id("Ngo"))).extracting(HeldThing::words).as("nothing is left with it").isEmpty();
        assertThat(ngo.sees(key)).isEmpty();
        assertThat(readers.stream().flatMap(one -> one.readers(id).stream())).doesNotContain(cast.id("Ngo"));
        assertThat(papers.stream().filter(one -> one.shelf().equals("agreements")).flatMap(one -> one.of(id).stream())).isNotEmpty()
                .as("what it signed stays readable to it").allSatisfy(paper -> assertThat(paper.alsoFor().contains(cast.id("Ngo")))
                        .as(paper.title()).isEqualTo(paper.nr() <= signed));
        assertThat(agreed.of(id).version()).as("the agreement names who is there").isEqualTo(signed + 1);
        assertThat(agreed.inForce(id).terms()).as("and all else as before").isNotNull();
        assertThat(matters.open(id)).isEmpty();
        stage.assertThat(key).isNotEnded().hasNoIncident();
    }

    private void theOtherOneGoesOn() {
        assertThat(partnerships.memberIds(other)).hasSize(4);
        assertThat(schools(other).seat().organisation()).isEqualTo(cast.id("Ngo"));
        assertThat(receiver(other)).isEqualTo(cast.id("Ngo"));
        assertThat(ngo.sees(other.value())).contains(CONFIRM);
    }

    @Test
    void all_but_one_leave_and_the_partnership_moves_on() {
        Stream.of(ngo, fao, farmers).forEach(one -> givesNotice(one, other));
        for (int times = 0; times < 3 && partnerships.memberIds(other).size() > 1; times++) {
            stage.fires("Last day come", other.value());
            stage.fires("Settling time over", other.value());
        }
        assertThat(partnerships.memberIds(other)).containsExactly(cast.id("Eu"));
        assertThat(matters.all(other)).extracting(MatterCard::outcome).allSatisfy(one -> assertThat(one).contains(" left on "));
        stage.assertThat(other.value()).isEnded();
        assertThat(partnerships.memberIds(id)).hasSize(4);
        stage.engine().getRuntimeService().startProcessInstanceByKey("closure", other.value());
        stage.machineWorks();
        assertThat(cast.coordinator().sees(other.value())).containsExactly("Choose trajectory");
        stage.assertThat(other.value()).hasNoIncident();
    }

    private void givesNotice(Actor who, PartnershipId partnership) {
        who.starts("matter", with());
        who.completes("Describe matter", null, Answers.matter("withdrawal", partnership.value(), "Our programme ends."));
        who.completes("Give notice", partnership.value(), with("outcome", "leave", "effective",
                LocalDate.now(clock).plusMonths(1).toString(), "why", "Our programme ends."));
    }

    private static List<Map<?, ?>> rows(Map<String, Object> shown) {
        List<Map<?, ?>> rows = new ArrayList<>();
        ((List<?>) shown.get("things")).forEach(row -> rows.add((Map<?, ?>) row));
        return rows;
    }

    /** @param wishes by words that the thing contains: to whom it is offered */
    private Map<String, Object> offering(Map<String, Object> wishes) {
        return with("outcome", "offer", "things", rows(ngo.opens(OFFER, key)).stream().map(row -> {
            Map<String, Object> given = with("key", row.get("key"));
            wishes.forEach((words, to) -> {
                if (row.get("what").toString().contains(words)) {
                    given.put("to", to.equals("release") ? to : cast.code(to.toString()));
                }
            });
            return given;
        }).toList());
    }

    private Map<String, Object> answering(Actor who, String taken) {
        return with("things", rows(who.opens(TAKE, key)).stream().map(row -> with("key", row.get("key"), "answer",
                row.get("what").toString().contains(taken) ? "take" : "decline")).toList());
    }

    private Map<String, Object> settling(Actor who, String taken) {
        return with("things", rows(who.opens("Settle what is left", key)).stream().map(row -> with("key", row.get("key"), "answer",
                row.get("what").toString().contains(taken) ? "take" : "release")).toList());
    }

    private Commitment schools(PartnershipId partnership) {
        return commitments.of(partnership).stream().filter(one -> one.what().equals("Field schools")).findFirst().orElseThrow();
    }

    private OrganisationId receiver(PartnershipId partnership) {
        return instalments.of(partnership).stream().map(Instalment::receiver).findFirst().orElseThrow();
    }
}
