package org.commonground.talks;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.commonground.dispute.DisputeRecord;
import org.commonground.dispute.DisputeEnding;
import org.commonground.dispute.TalkWords;
import org.commonground.foundation.Days;
import org.commonground.organisation.OrganisationService;
import org.springframework.stereotype.Component;

/** What was said in talks, as those read it who may. */
@Component
class KeptWords implements TalkWords {

    private static final String HELPER = "Who helps the sides";

    private final TalksService talks;
    private final OrganisationService organisations;

    KeptWords(TalksService talks, OrganisationService organisations) {
        this.talks = talks;
        this.organisations = organisations;
    }

    @Override
    public List<DisputeRecord.Spoken> spoken(UUID matter) {
        return talks.words(matter).stream().map(word -> new DisputeRecord.Spoken(Days.brief(word.day()), word.rung().label(),
                word.organisation() == null ? HELPER : word.name(), said(word), word.words())).toList();
    }

    private String said(SpokenWord word) {
        List<String> parts = new ArrayList<>();
        if (word.stand() != null) {
            parts.add(word.stand().label());
        }
        if (word.ending() != null) {
            parts.add(inWords(word.ending()));
        }
        if (word.speaker() != null) {
            parts.add("%s speaks for it".formatted(word.speaker()));
        }
        if (word.named() != null) {
            parts.add("It accepts %s".formatted(word.named()));
        }
        return parts.isEmpty() ? word.metOn() == null ? "Nobody came" : "A talk was held" : String.join(". ", parts);
    }

    private String inWords(DisputeEnding ending) {
        return ending.leaver() == null ? ending.way().label() : "%s %s".formatted(organisations.card(ending.leaver()).name(),
                ending.way().label());
    }

    @Override
    public List<DisputeRecord.Held> held(UUID matter) {
        return talks.words(matter).stream().filter(word -> word.metOn() != null).map(word -> new DisputeRecord.Held(
                Days.brief(word.metOn()), word.rung().label(), word.present(), word.came())).toList();
    }

    @Override
    public List<DisputeRecord.Todo> todos(UUID matter) {
        return talks.listed(matter).stream().map(one -> new DisputeRecord.Todo(one.what(),
                one.ownerName(), Days.brief(one.due()), one.verifierName(), one.leftOut() == null ? "" : "Left out: " + one.leftOut()))
                .toList();
    }
}
