package org.commonground.random;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

import org.commonground.engine.MovableClock;
import org.commonground.organisation.PeopleService;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static java.util.stream.LongStream.range;

/**
 * Whole partnerships by chance, each with a seed of its own. How many, and from which seed on, is set by
 * {@code commonground.random.count} and {@code commonground.random.seed}.
 */
@ProcessTest
@Import({Oracle.class, Mailbox.class})
class RandomPartnershipsTest {

    private static final int COUNT = Integer.getInteger("commonground.random.count", 3);
    private static final long SEED = Long.getLong("commonground.random.seed", 1);

    @Autowired
    Stage stage;
    @Autowired
    PeopleService people;
    @Autowired
    Oracle oracle;
    @Autowired
    Mailbox mailbox;
    @Autowired
    MovableClock clock;

    static List<Long> seeds() {
        return range(SEED, SEED + COUNT).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void goes_to_its_end_as_its_people_said(long seed) {
        Random random = new Random(seed);
        Minutes minutes = new Minutes(seed);
        RandomPlay play = new RandomPlay(stage, clock, oracle, mailbox, new Players(stage, people, random, LocalDate.now(clock)),
                random, minutes);
        try {
            play.playsToItsEnd();
        } catch (RuntimeException | AssertionError fault) {
            play.breaksOff();
            throw new AssertionError("Seed %d, after %d steps: %s\n  %s".formatted(seed, minutes.steps(), fault.getMessage(), minutes),
                    fault);
        }
    }
}
