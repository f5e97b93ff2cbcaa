package org.commonground.partnership;

import static org.commonground.foundation.Words.said;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.commonground.foundation.Refusal;

/**
 * What founding partners mend with their vision: aims belong to all of them, not to who proposed the partnership. The areas stay, since
 * the partners were looked for by them.
 *
 * @param objectives one to twelve, each once
 */
public record MendedAims(String purpose, List<Objective> objectives, String targetParticipants, String participationMode) {

    static final int MOST_OBJECTIVES = 12;

    public MendedAims {
        purpose = said(purpose, "Please say what the partnership is for.");
        Refusal.unless(objectives != null && !objectives.isEmpty(), "Please keep at least one objective: what shall be reached?");
        Refusal.unless(objectives.size() <= MOST_OBJECTIVES, "At most twelve objectives, please: choose those that matter most.");
        Set<String> seen = new HashSet<>();
        objectives.forEach(one -> Refusal.unless(seen.add(one.wording().toLowerCase(Locale.ROOT)),
                "The objective “%s” stands there twice. Please keep one of them.".formatted(one.wording())));
        targetParticipants = said(targetParticipants, "Please say who the target participants are.");
        participationMode = said(participationMode, "Please say how the participants take part.");
        objectives = List.copyOf(objectives);
    }

    /** As they stand today. */
    public static MendedAims of(PartnershipCard card) {
        return new MendedAims(card.purpose(), card.objectives().stream()
                .map(one -> new Objective(one.wording(), one.indicator(), one.baseline(), one.target())).toList(),
                card.targetParticipants(), card.participationMode());
    }

    /** What differs from how it was, in the order of the aims; nothing where all stayed. */
    public List<Mended> since(MendedAims before) {
        List<Mended> mended = new ArrayList<>();
        add(mended, "Purpose", before, MendedAims::purpose);
        Set<Objective> kept = new HashSet<>(objectives);
        kept.retainAll(before.objectives);
        if (!objectives.equals(before.objectives)) {
            mended.add(new Mended("Objectives", inWords(before.objectives, kept), inWords(objectives, kept)));
        }
        add(mended, "Target participants", before, MendedAims::targetParticipants);
        add(mended, "How they take part", before, MendedAims::participationMode);
        return mended;
    }

    private void add(List<Mended> mended, String what, MendedAims before, Function<MendedAims, String> part) {
        if (!part.apply(this).equals(part.apply(before))) {
            mended.add(new Mended(what, part.apply(before), part.apply(this)));
        }
    }

    /** Where only their order differs, all are said. */
    private static String inWords(List<Objective> objectives, Set<Objective> kept) {
        List<Objective> others = objectives.stream().filter(one -> !kept.contains(one)).toList();
        return (others.isEmpty() && kept.size() == objectives.size() ? objectives : others).stream().map(Objective::inWords)
                .collect(Collectors.joining("\n"));
    }

    /**
     * @param before how it was; empty where something was only added
     * @param now    how it is; empty where something was only given up
     */
    public record Mended(String what, String before, String now) {
    }
}
