package org.commonground.dispute;

import static org.commonground.foundation.Words.said;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** A quarrel between members, on its way up the ladder. It refuses what comes too late. */
class Dispute {

    @Id
    private UUID matter;
    @Version
    private Integer version;
    private String partnership;
    private int nr;
    private int base;
    private String about;
    private String wish;
    private Rung rung;
    private Instant rungEnds;
    private String helper;
    private WayOut wayOut;
    private String leaver;
    private boolean decided;
    private LocalDate finishedOn;

    /** @param base the sealed version that is in force now: its ladder counts to the end */
    static Dispute raised(UUID matter, PartnershipId partnership, int nr, int base) {
        Dispute dispute = new Dispute();
        dispute.matter = matter;
        dispute.partnership = partnership.value();
        dispute.nr = nr;
        dispute.base = base;
        return dispute;
    }

    void describe(String what, String wished) {
        expectOpen();
        Refusal.unless(about == null, "Somebody of your organisation has described this dispute already.");
        about = said(what, "Please say what the dispute is about: the other side reads it.");
        wish = said(wished, "Please say what you wish for: the other side reads it.");
    }

    void climb(Rung next, Instant ends) {
        expectOpen();
        rung = next;
        rungEnds = ends;
    }

    /** Somebody of the secretariat helps the sides from now on. */
    void help(String person) {
        expectOpen();
        Refusal.unless(rung.hasHelper(), "Nobody is asked to help on this rung.");
        Refusal.unless(helper == null, "Somebody else has taken this on meanwhile.");
        helper = person;
    }

    void helpNoMore() {
        helper = null;
    }

    /** @param byOthers whether others decided it, and not the sides themselves */
    void end(DisputeEnding ending, boolean byOthers) {
        expectOpen();
        decided = byOthers;
        wayOut = ending.way();
        leaver = ending.leaver() == null ? null : ending.leaver().code();
    }

    void finish(LocalDate today) {
        finishedOn = today;
    }

    void expectOpen() {
        Refusal.unless(isOpen(), "This dispute has ended.");
        Refusal.unless(wayOut == null, "This dispute is settled already.");
    }

    boolean isOpen() {
        return finishedOn == null;
    }

    boolean isDescribed() {
        return about != null;
    }

    DisputeEnding ending() {
        return wayOut == null ? null : DisputeEnding.of(wayOut.name(), leaver);
    }

    String helper() {
        return helper;
    }

    UUID matter() {
        return matter;
    }

    DisputeCard card() {
        return new DisputeCard(matter, new PartnershipId(partnership), nr, base, about, wish, rung, rungEnds, helper, ending(), decided,
                finishedOn);
    }
}
