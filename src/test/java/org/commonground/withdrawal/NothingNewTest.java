package org.commonground.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.foundation.Role.PARTICIPANT;
import static org.commonground.foundation.Role.RESOURCE_PROVIDER;
import static org.commonground.stage.Stage.with;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.assertj.core.api.Assertions;
import org.commonground.foundation.Days;
import org.commonground.foundation.Level;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Seat;
import org.commonground.lead.LeadService;
import org.commonground.matter.MatterService;
import org.commonground.orientation.OrientationService;
import org.commonground.orientation.Secretariat;
import org.commonground.partnership.Leadership;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.story.Answers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In its notice time a partner votes, and takes on nothing new. The NGO leaves; the work has just begun. */
@ProcessTest
class NothingNewTest {

    @Autowired
    private Stage stage;
    @Autowired
    private Ladder ladder;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private WithdrawalService withdrawals;
    @Autowired
    private MatterService matters;
    @Autowired
    private OrientationService orientations;
    @Autowired
    private LeadService leads;
    @Autowired
    private Leadership leadership;
    @Autowired
    private Clock clock;

    private Cast cast;
    private Actor eu;
    private Actor ngo;
    private Actor coordinator;
    private PartnershipId id;
    private String key;
    private String sentence;

    @BeforeEach
    void the_ngo_has_given_notice() {
        cast = stage.cast().organisation("Eu", "European Union", Level.NATIONAL, "India", RESOURCE_PROVIDER)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", IMPLEMENTER)
                .organisation("Fao", "FAO", Level.NATIONAL, "India", EXPERT)
                .organisation("Ffs", "Alumni federation", Level.LOCAL, "Guntur", PARTICIPANT);
        eu = cast.actor("Eu");
        ngo = cast.actor("Ngo");
        coordinator = cast.coordinator();
        id = ladder.sealedForWork(List.of(new Seat(cast.id("Eu"), RESOURCE_PROVIDER), new Seat(cast.id("Ngo"), IMPLEMENTER),
                new Seat(cast.id("Fao"), EXPERT), new Seat(cast.id("Ffs"), PARTICIPANT)));
        key = id.value();
        stage.engine().getRuntimeService().startProcessInstanceByKey("work", key);
        stage.machineWorks();
        UUID matter = matters.raise(id, "withdrawal", "Our programme ends.", ngo.user());
        withdrawals.give(matter, "Our programme ends.", today().plusMonths(3), ngo.user());
        sentence = "%s leaves on %s and takes on nothing new. Please choose another organisation.".formatted(cast.code("Ngo"),
                Days.inWords(today().plusMonths(3)));
    }

    @Test
    void it_has_its_voice() {
        stage.engine().getRuntimeService().startProcessInstanceByKey("decision", key, Map.of("matter",
                matters.raise(id, "suspension", "It rains.", eu.user()).toString()));
        stage.machineWorks();
        assertThat(ngo.sees(key)).contains("Decide on proposal");
        ngo.completes("Decide on proposal", key, Answers.vote("against", "It will stop."));
    }

    @Test
    void it_receives_no_new_money_and_hosts_and_pays_no_secretariat() {
        coordinator.completes("Orient partners", key, Answers.orientation(today(), cast.code("Eu")));
        assertThat(choices(coordinator.opens("Set up secretariat", key), "members")).contains(cast.code("Fao"))
                .doesNotContain(cast.code("Ngo"));
        List.of(secretariat("Ngo", "Eu", "Eu"), secretariat("Eu", "Ngo", "Eu"), secretariat("Eu", "Eu", "Ngo")).forEach(
                one -> assertThat(told(() -> orientations.setUpSecretariat(id, one, "x"))).isEqualTo(sentence));
        coordinator.completes("Set up secretariat", key, Answers.secretariat(cast, "Eu", "Eu"));
        assertThat(choices(eu.opens("Commit funds", key), "receivers")).contains(cast.code("Fao")).doesNotContain(cast.code("Ngo"));
        Map<String, Object> funds = Answers.asAgreed("Commit funds", eu.opens("Commit funds", key));
        funds.put("instalments", List.of(with("due", today().plusMonths(2).toString(), "amount", 100_000, "receiver", cast.code("Ngo"))));
        assertThat(eu.isRefused("Commit funds", key, funds)).contains("Receiver");
    }

    private Secretariat secretariat(String host, String member, String payer) {
        return new Secretariat(cast.id(host), "Minutes", List.of(new Secretariat.Person(cast.id(member),
                cast.actor(member).user(), "Lata Iyer", "Minutes")),
                BigDecimal.TEN, "EUR", cast.id(payer));
    }

    @Test
    void it_does_not_become_the_lead() {
        UUID passing = matters.raise(id, "lead", "Somebody local.", eu.user());
        assertThat(leads.successors(passing)).extracting(one -> one.id()).contains(cast.id("Fao")).doesNotContain(cast.id("Ngo"));
        assertThat(told(() -> leads.propose(passing, cast.id("Ngo")))).isEqualTo(sentence);
        leadership.askToTakeOver(id, cast.id("Ngo"));
        assertThat(leadership.named(id)).as("it is not even asked").isEmpty();
        partnerships.leave(id, cast.id("Eu"), "No time", "x");
        assertThat(leads.search(id, coordinator.user()).choices()).extracting(one -> one.id()).contains(cast.id("Fao"))
                .doesNotContain(cast.id("Ngo"));
        assertThat(told(() -> leads.name(id, cast.id("Ngo"), coordinator.user()))).isEqualTo(sentence);
    }

    @Test
    void who_is_asked_to_lead_and_gives_notice_meanwhile_can_only_decline() {
        partnerships.leave(id, cast.id("Eu"), "No time", "x");
        leads.name(id, cast.id("Ffs"), coordinator.user());
        UUID matter = matters.raise(id, "withdrawal", "Our programme ends.", cast.actor("Ffs").user());
        withdrawals.give(matter, "Our programme ends.", today().plusMonths(3), "x");
        assertThat(told(() -> leads.answer(id, true, null, "x"))).isEqualTo(
                "Your organisation leaves and takes on nothing new. Please decline, so that another one is asked.");
        leads.answer(id, false, "We leave.", "x");
        assertThat(leadership.isMissing(id)).isTrue();
    }

    private static String choices(Map<String, Object> shown, String field) {
        assertThat(shown).containsKey(field);
        return String.valueOf(shown.get(field));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String told(Runnable deed) {
        return Assertions.catchThrowableOfType(Refusal.class, deed::run).sentence();
    }
}
