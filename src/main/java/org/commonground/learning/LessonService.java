package org.commonground.learning;

import java.util.List;
import java.util.Set;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.SameName;
import org.commonground.partnership.PartnershipCard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members tell of what they learned. */
@Service
public class LessonService {

    /** In a review each has to answer, and these are answers that nobody learns from. */
    private static final Set<String> NOTHING = Set.of("nothing", "nothing yet", "not yet", "none", "-");

    private final LessonTables tables;

    LessonService(LessonTables tables) {
        this.tables = tables;
    }

    /** Keeps what a member learned from the whole partnership. */
    @Transactional
    public void tellAtTheEnd(PartnershipId partnership, OrganisationId organisation, Lesson lesson, Reach reach, String person) {
        tables.keep(partnership, 0, organisation, lesson, tables.areas(partnership), reach, person);
    }

    /** Keeps what a partner says in a review that it learned, where it learned something. */
    @Transactional
    public void tellInReview(PartnershipCard partnership, int review, OrganisationId organisation, String learned, Reach reach,
            String person) {
        String folded = SameName.key(learned);
        if (!NOTHING.contains(folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded)) {
            tables.keep(partnership.id(), review, organisation, Lesson.inReview(learned), partnership.areas(), reach, person);
        }
    }

    /** What was told at the end, in the order of the members' names. */
    public List<ToldLesson> atTheEnd(PartnershipId partnership) {
        return tables.atTheEnd(partnership);
    }

    /** Who has told at the end what it learned. */
    public List<OrganisationId> tellersAtTheEnd(PartnershipId partnership) {
        return tables.tellersAtTheEnd(partnership);
    }
}
