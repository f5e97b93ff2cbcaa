package org.commonground.home.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.commonground.engine.Names;
import org.commonground.foundation.Days;
import org.commonground.foundation.PartnershipId;
import org.commonground.home.Involvement;
import org.commonground.partnership.LessonsAtHand.BuiltOn;
import org.commonground.partnership.LessonsAtHand;
import org.springframework.stereotype.Component;

/** On which lessons of others a partnership builds. Who is asked to join reads it too, but not who chose them. */
@Component
class BuiltOnLessons {

    private final LessonsAtHand lessons;
    private final Names names;

    BuiltOnLessons(LessonsAtHand lessons, Names names) {
        this.lessons = lessons;
        this.names = names;
    }

    List<Line> of(PartnershipId partnership, Involvement involvement) {
        return lessons.builtOn(partnership).stream().map(one -> new Line(address(one), one.words(), one.source(), switch (one.standing()) {
            case READABLE -> null;
            case KEPT_INSIDE -> "One lesson is not shared any more.";
            case WITHDRAWN -> "One lesson was withdrawn.";
        }, involvement.belongs() ? "chosen by %s on %s".formatted(names.person(one.person()),
                Days.inWords(LocalDate.ofInstant(one.at(), ZoneOffset.UTC))) : null)).toList();
    }

    private static String address(BuiltOn one) {
        return one.standing() == BuiltOn.Standing.READABLE ? "/lessons/" + one.lesson() : null;
    }

    /**
     * @param address of its page; null where it may not be read any more
     * @param gone    what became of it; null where it may be read
     * @param chosen  by whom and when, or null
     */
    record Line(String address, String words, String source, String gone, String chosen) {
    }
}
