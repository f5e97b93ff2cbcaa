package org.commonground.review;

import static org.commonground.foundation.Words.between;
import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.util.List;

import org.commonground.foundation.Refusal;

/**
 * What the partnership does to one of its partners, in that partner's own name.
 *
 * @param rating    how far it brings what the partner expected: 1 (not at all) to 5 (fully)
 * @param words     the impact, beside the expectation it stated in the selection
 * @param ownChange what changed inside the organisation
 * @param managed   how it manages that
 * @param remark    what it wants to say openly about how the partners work together, or null
 * @param work      how far it sees each objective reached
 */
public record Impact(int rating, String words, String ownChange, String managed, String learned, String remark, List<WorkRating> work) {

    public Impact {
        between(rating, 1, 5, "Please rate from 1 to 5 how far the partnership brings what you expected.");
        words = said(words, "Please say what the partnership does to your organisation.");
        ownChange = said(ownChange, "Please say what changed inside your organisation; “nothing” is an answer.");
        managed = said(managed, "Please say how you manage that change; “there is nothing to manage” is an answer.");
        learned = said(learned, "Please say what you learned; “nothing yet” is an answer.");
        remark = maybe(remark);
        work = List.copyOf(work);
    }

    /** Refuses what does not rate each of these objectives once. */
    void expectEach(List<Integer> each) {
        Refusal.unless(work.stream().map(WorkRating::objective).sorted().toList().equals(each),
                "Please rate each objective once. Reload the page if one is missing.");
    }
}
