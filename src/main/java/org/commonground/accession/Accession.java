package org.commonground.accession;

import java.util.UUID;

import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.negotiation.ConsentRule;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** That somebody shall join, from the search to the count. It refuses what comes too late. */
class Accession {

    @Id
    private UUID matter;
    @Version
    private Integer version;
    private String partnership;
    private boolean replacement;
    private ConsentRule rule;
    private AccessionStage stage;
    private String overtaken;

    /** @param rule whose consent it takes, as it stood when the matter was raised */
    static Accession open(UUID matter, PartnershipId partnership, boolean replacement, ConsentRule rule) {
        Accession accession = new Accession();
        accession.matter = matter;
        accession.partnership = partnership.value();
        accession.replacement = replacement;
        accession.rule = rule;
        accession.stage = AccessionStage.SEARCHING;
        return accession;
    }

    UUID matter() {
        return matter;
    }

    PartnershipId partnership() {
        return new PartnershipId(partnership);
    }

    boolean isReplacement() {
        return replacement;
    }

    ConsentRule rule() {
        return rule;
    }

    String overtaken() {
        return overtaken;
    }

    boolean isCounted() {
        return stage == AccessionStage.COUNTED;
    }

    boolean isConsenting() {
        return stage == AccessionStage.CONSENTING;
    }

    void askForConsent() {
        stage = AccessionStage.CONSENTING;
    }

    void mayConsent() {
        Refusal.unless(isConsenting(), "The time to answer is over, and the consents are counted.");
    }

    void count() {
        stage = AccessionStage.COUNTED;
    }

    void end() {
        stage = AccessionStage.ENDED;
    }

    /** What it is for has passed: the first reason is the one that is told. */
    boolean isOvertaken(String why) {
        boolean first = overtaken == null;
        overtaken = first ? why : overtaken;
        return first;
    }
}
