package org.commonground.learning;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;
import org.commonground.foundation.SameName;
import org.commonground.foundation.Words;
import org.commonground.learning.LessonUses.Source;
import org.commonground.learning.NearLessons.Line;
import org.commonground.organisation.Country;
import org.commonground.partnership.LessonsAtHand;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What others learned, where it helps, and why it is there. */
@Service
class HelpfulLessons implements LessonsAtHand {

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 4;

    private final NearLessons lessons;
    private final LessonUses uses;

    HelpfulLessons(NearLessons lessons, LessonUses uses) {
        this.lessons = lessons;
        this.uses = uses;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Near> of(PartnershipId partnership, OrganisationId asker) {
        CaseWords words = CaseWords.of(lessons.said(partnership));
        return lessons.find(partnership, asker, words.said().keySet(), words.runs(), words.places(), MOST).stream()
                .map(line -> new Near(line.id(), shortened(line.worked()), source(line, partnership), why(line, words))).toList();
    }

    @Override
    @Transactional
    public void buildOn(PartnershipId partnership, Collection<UUID> chosen, String person) {
        if (chosen.isEmpty()) {
            return;
        }
        List<Source> sources = uses.sharedAmong(chosen);
        Refusal.unless(sources.size() == Set.copyOf(chosen).size(),
                "One of the lessons may not be read here any more. Please open the form again and choose among those that it shows.");
        uses.keep(partnership, sources, person);
    }

    @Override
    @Transactional(readOnly = true)
    public List<BuiltOn> builtOn(PartnershipId partnership) {
        return uses.of(partnership);
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1).strip() + "…";
    }

    private static String source(Line line, PartnershipId here) {
        return line.teller() + ", " + line.at().atOffset(ZoneOffset.UTC).getYear()
                + (line.partnership().equals(here) ? ", in this partnership" : "");
    }

    /** The first that is said is what ranks it. */
    private static String why(Line line, CaseWords words) {
        List<String> why = new ArrayList<>();
        List<String> told = told(line, words);
        if (!told.isEmpty()) {
            why.add("Tells of %s too.".formatted(Words.list(told)));
        }
        if (line.area() != null) {
            why.add("From the same place, %s.".formatted(line.area()));
        } else if (line.region() != null) {
            why.add("From the same larger area, %s.".formatted(line.region()));
        } else if (line.country() != null) {
            why.add("From the same country, %s.".formatted(new Country(line.country()).inWords()));
        }
        if (line.role() != null) {
            String role = Role.of(line.role()).label().toLowerCase(Locale.ENGLISH);
            why.add("Told by %s %s, as you are.".formatted(role.matches("[aeiou].*") ? "an" : "a", role));
        }
        return String.join(" ", why);
    }

    /** Tags first; a word that a tag or the place has said already is not said again. */
    private static List<String> told(Line line, CaseWords words) {
        List<String> told = new ArrayList<>(words.tags(line.tags()));
        Set<String> said = LessonWords.of(String.join(" ", told) + " " + (line.area() == null ? "" : line.area()));
        words.shared(line.words()).stream().filter(word -> !said.contains(SameName.key(word))).forEach(told::add);
        return told.size() <= MOST_WORDS ? told : told.subList(0, MOST_WORDS);
    }
}
