package org.commonground.random;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementService;
import org.commonground.commitment.CommitmentService;
import org.commonground.document.Papers;
import org.commonground.engine.MovableClock;
import org.commonground.matter.MatterService;
import org.commonground.notice.Postman;
import org.commonground.notice.Sweep;
import org.commonground.organisation.PeopleService;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.Orphans;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole partnerships by chance, each with a seed of its own. How many, and from which seed on, is set by
 * {@code commonground.random.count} and {@code commonground.random.seed}; without them a few are played that together come all the way.
 * They play in a house of their own, where nobody else's dates come.
 */
@ProcessTest
@TestPropertySource(properties = "commonground.random=true")
class RandomPartnershipsTest {

    private static final int COUNT = Integer.getInteger("commonground.random.count", 0);
    private static final long SEED = Long.getLong("commonground.random.seed", 1);
    private static final List<Long> USUAL = List.of(5L, 7L, 6L, 9L);
    private static final List<Long> SEEDS = COUNT == 0 ? USUAL : LongStream.range(SEED, SEED + COUNT).boxed().toList();

    @Autowired
    Stage stage;
    @Autowired
    PeopleService people;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Postman postman;
    @Autowired
    Sweep sweep;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    AgreementService agreements;
    @Autowired
    AgreedTerms agreed;
    @Autowired
    CommitmentService commitments;
    @Autowired
    MatterService matters;
    @Autowired
    Orphans orphans;
    @Autowired
    List<Papers> papers;

    private final Set<String> walked = new TreeSet<>();

    @Test
    void they_go_to_their_ends_as_their_people_said() {
        StringBuilder faults = new StringBuilder();
        Map<Long, List<String>> minutes = new LinkedHashMap<>();
        SEEDS.forEach(seed -> {
            try {
                minutes.put(seed, plays(seed));
            } catch (AssertionError fault) {
                faults.append(fault.getMessage()).append("\n\n");
            }
        });
        assertThat(faults).isEmpty();
        if (SEEDS.equals(USUAL)) {
            assertThat(walked).as("together all the way").contains("Sign agreement", "Report progress", "Rate partnership", "Share lessons",
                    "Follow up");
        }
        long last = SEEDS.get(SEEDS.size() - 1);
        assertThat(plays(last)).as("seed %d plays the same again", last).isEqualTo(minutes.get(last));
    }

    /** One partnership from its proposal to its end; its minutes. */
    private List<String> plays(long seed) {
        Random random = new Random(seed);
        Minutes minutes = new Minutes(seed);
        clock.setTo(RandomPlay.BEGINNING);
        Oracle oracle = new Oracle(partnerships, agreements, agreed, commitments, matters, orphans, papers, jdbc, clock);
        RandomPlay play = new RandomPlay(stage, clock, oracle, new Mailbox(jdbc, postman, sweep, clock),
                new Players(stage, people, random, RandomPlay.BEGINNING), random, minutes);
        try {
            play.playsToItsEnd();
        } catch (RuntimeException | AssertionError fault) {
            play.breaksOff();
            minutes.note("FAULT: " + fault.getMessage());
            throw new AssertionError("Seed %d, after %d steps: %s\n  %s".formatted(seed, minutes.steps(), fault.getMessage(), minutes),
                    fault);
        } finally {
            minutes.keep();
        }
        walked.addAll(play.walked());
        return minutes.lines();
    }
}
