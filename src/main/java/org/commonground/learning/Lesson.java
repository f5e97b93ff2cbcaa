package org.commonground.learning;

import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.util.List;

/**
 * What a member learned.
 *
 * @param worked   what worked; in a review, all that was learned
 * @param setting  where and with whom it worked: elsewhere it may not; null in a review
 * @param failed   what did not work; null in a review
 * @param evidence by what one sees it, or null
 * @param tags     by which words it is found, each once
 */
public record Lesson(String worked, String setting, String failed, String evidence, List<Tag> tags) {

    public Lesson {
        tags = List.copyOf(tags);
    }

    /** @param tags as they were typed in one line, or null */
    public static Lesson atTheEnd(String worked, String setting, String failed, String evidence, String tags) {
        return new Lesson(said(worked, "Please say what worked."),
                said(setting, "Please say where and with whom it worked: elsewhere it may not."),
                said(failed, "Please say what did not work: others need not try it again."), maybe(evidence), Tag.all(tags));
    }

    /** As they were written. */
    public List<String> tagNames() {
        return tags.stream().map(Tag::name).toList();
    }

    static Lesson inReview(String learned) {
        return new Lesson(said(learned, "Please say what you learned; “nothing yet” is an answer."), null, null, null, List.of());
    }
}
