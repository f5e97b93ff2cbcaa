package org.commonground.release.process;

import static org.commonground.release.process.ReleaseVariables.matter;

import java.util.List;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.release.Ground;
import org.commonground.release.ReleaseService;
import org.commonground.release.Reply;
import org.springframework.stereotype.Component;

/** The partner that was named says that it stays, or agrees to leave. */
@Component
@For("${releases.named(execution)}")
class AnswerLetter implements Step<AnswerLetter.Shown, AnswerLetter.Given> {

    private final ReleaseService releases;

    AnswerLetter(ReleaseService releases) {
        this.releases = releases;
    }

    @Override
    public Shown show(StepContext context) {
        ReleaseService.Letter letter = releases.letter(matter(context));
        return new Shown(letter.from(), letter.why(), letter.ground() == Ground.SILENCE, letter.ground() == Ground.OTHER,
                Days.inWords(letter.until()), letter.notice());
    }

    @Override
    public List<String> mailed(StepContext context) {
        ReleaseService.Letter letter = releases.letter(matter(context));
        return List.of("%s asks your organisation to leave the partnership: “%s”".formatted(letter.from(), letter.why()),
                "You can answer until %s, that you stay or that you leave.".formatted(Days.inWords(letter.until())));
    }

    @Override
    public void take(Given given, StepContext context) {
        releases.answer(matter(context), given.answer(), given.words(), context.person());
    }

    /**
     * @param silent whether it is said to answer no more
     * @param until  when it is too late to answer
     * @param leaves on which day it would leave if it agrees today
     */
    record Shown(String from, String why, boolean silent, boolean other, String until, String leaves) {
    }

    record Given(Reply answer, String words) {
    }
}
