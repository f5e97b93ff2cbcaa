package org.commonground.partnership;

import java.time.LocalDate;
import java.util.Optional;

import org.commonground.foundation.Days;
import org.commonground.foundation.Refusal;

/**
 * The time for which an agreement holds, and what lies outside it. What began a little before the agreement, but not before the partnership
 * was proposed, belongs to it.
 *
 * @param proposed the day on which the partnership was proposed: nothing of it is older
 * @param begins   the day of the first sealing; before it today, when it begins at the earliest
 * @param months   how long it holds, counted from there
 * @param sealed   whether the day on which it begins stands fast
 */
public record Term(LocalDate proposed, LocalDate begins, int months, boolean sealed) {

    /** The last day of so many months. */
    public static LocalDate end(LocalDate begins, int months) {
        return begins.plusMonths(months).minusDays(1);
    }

    private LocalDate ends() {
        return end(begins, months);
    }

    /** What is wrong with the time of something that lasts, in a sentence; empty where it lies within. */
    public Optional<String> objection(String what, LocalDate from, LocalDate to) {
        String which = "“%s”, %s to %s,".formatted(what, Days.inWords(from), Days.inWords(to));
        if (from.isBefore(proposed)) {
            return Optional.of("%s begins %s.".formatted(which, beforeProposal()));
        }
        if (to.isBefore(begins)) {
            return Optional.of("%s is over before the agreement begins, %s.".formatted(which, beginsInWords()));
        }
        return to.isAfter(ends()) ? Optional.of("%s goes on longer than the agreement: %s.".formatted(which, inWords())) : Optional.empty();
    }

    /** What is wrong with the day of something that is due once, in a sentence; empty where it lies within. */
    public Optional<String> objection(String what, LocalDate on) {
        String which = "“%s”, on %s,".formatted(what, Days.inWords(on));
        if (on.isBefore(proposed)) {
            return Optional.of("%s comes %s.".formatted(which, beforeProposal()));
        }
        return on.isAfter(ends()) ? Optional.of("%s comes when the agreement is over: %s.".formatted(which, inWords())) : Optional.empty();
    }

    /** Refuses what does not lie within. */
    public void expect(String what, LocalDate from, LocalDate to) {
        objection(what, from, to).ifPresent(Term::refuse);
    }

    /** Refuses what does not come within. */
    public void expect(String what, LocalDate on) {
        objection(what, on).ifPresent(Term::refuse);
    }

    private static void refuse(String sentence) {
        throw new Refusal(sentence);
    }

    /** Such as {@code its 36 months, counted from 27 November 2026, end on 26 November 2029}. */
    private String inWords() {
        return "its %s, counted from %s%s, %s on %s".formatted(months == 1 ? "one month" : months + " months", sealed ? "" : "today, ",
                Days.inWords(begins), months == 1 ? "ends" : "end", Days.inWords(ends()));
    }

    private String beginsInWords() {
        return sealed ? "which was on " + Days.inWords(begins) : "which is on %s at the earliest".formatted(Days.inWords(begins));
    }

    private String beforeProposal() {
        return "before the partnership was proposed, which was on " + Days.inWords(proposed);
    }
}
