package org.commonground.withdrawal;

import java.time.LocalDate;
import java.util.UUID;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** The leaving of one partner, from its notice on. It refuses what comes too late. */
class Withdrawal {

    @Id
    private UUID matter;
    @Version
    private Integer version;
    private String partnership;
    private String organisation;
    private String why;
    private LocalDate effective;
    private String givenBy;
    private LocalDate givenOn;
    private WayOfLeaving how;
    private WithdrawalStage stage;
    private int batch;
    private String learned;
    private String otherwise;
    private String openFor;

    static Withdrawal given(UUID matter, PartnershipId partnership, OrganisationId organisation, WayOfLeaving how, String why,
            LocalDate effective, String person, LocalDate today) {
        Withdrawal withdrawal = new Withdrawal();
        withdrawal.matter = matter;
        withdrawal.partnership = partnership.value();
        withdrawal.organisation = organisation.code();
        withdrawal.why = why;
        withdrawal.effective = effective;
        withdrawal.givenBy = person;
        withdrawal.givenOn = today;
        withdrawal.how = how;
        withdrawal.stage = WithdrawalStage.NOTICE;
        withdrawal.openFor = partnership + " " + organisation;
        return withdrawal;
    }

    UUID matter() {
        return matter;
    }

    PartnershipId partnership() {
        return new PartnershipId(partnership);
    }

    OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    LocalDate effective() {
        return effective;
    }

    String why() {
        return why;
    }

    WayOfLeaving how() {
        return how;
    }

    int batch() {
        return batch;
    }

    String learned() {
        return learned;
    }

    String otherwise() {
        return otherwise;
    }

    boolean isOpen() {
        return stage == WithdrawalStage.NOTICE || stage == WithdrawalStage.SETTLING;
    }

    /** Refuses what can be done only before the day has come. */
    void expectNotice() {
        expectOpen();
        Refusal.unless(stage == WithdrawalStage.NOTICE, "The day has come: since %s the other partners settle what nobody has taken."
                .formatted(Days.inWords(effective)));
    }

    /** Refuses to stay after all where it is not for itself alone to say. */
    void expectMayStay() {
        expectNotice();
        Refusal.unless(how != WayOfLeaving.RELEASED, "The partners have decided that you leave on %s, so this cannot be taken back."
                .formatted(Days.inWords(effective)));
    }

    void expectSettling() {
        expectOpen();
        Refusal.unless(stage == WithdrawalStage.SETTLING, "This is settled when the day has come: %s.".formatted(Days.inWords(effective)));
    }

    private void expectOpen() {
        Refusal.unless(isOpen(), stage == WithdrawalStage.LEFT ? "This partner has left already." : "This partner stays after all.");
    }

    int nextBatch() {
        return ++batch;
    }

    void settle() {
        stage = WithdrawalStage.SETTLING;
    }

    void partingWords(String whatWeLearned, String whatOthersShould) {
        expectNotice();
        learned = whatWeLearned;
        otherwise = whatOthersShould;
    }

    void leave() {
        stage = WithdrawalStage.LEFT;
        openFor = null;
    }

    void end() {
        stage = WithdrawalStage.ENDED;
        openFor = null;
    }
}
