package org.commonground.withdrawal;

import java.util.Optional;
import java.util.Set;

import org.commonground.agreement.AgreementService;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterKind;
import org.commonground.matter.MatterService;
import org.commonground.matter.Occasion;
import org.commonground.partnership.Course;
import org.springframework.stereotype.Component;

/** That a partner leaves, raised by itself. Several may leave at once; each leaves once. */
@Component
class WithdrawalMatter implements MatterKind {

    static final String KEY = "withdrawal";

    private final MatterService matters;
    private final NoticeTime notice;
    private final AgreementService agreements;

    WithdrawalMatter(MatterService matters, NoticeTime notice, AgreementService agreements) {
        this.matters = matters;
        this.notice = notice;
        this.agreements = agreements;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String label() {
        return "Leaving";
    }

    @Override
    public String choice() {
        return "Leaving: your organisation gives notice and passes on what it holds; before anything is signed it leaves at once";
    }

    @Override
    public String consequence() {
        return "Your organisation leaves after the notice that your agreement asks for. Until then its rights and duties go on. Before"
                + " anything is signed it leaves at once.";
    }

    @Override
    public String room() {
        return "withdrawal";
    }

    @Override
    public Set<Occasion> occasions() {
        return Set.of(Occasion.BEFORE_IN_FORCE, Occasion.IN_FORCE);
    }

    @Override
    public boolean severalAtOnce() {
        return true;
    }

    @Override
    public boolean canBePassedOn() {
        return false;
    }

    @Override
    public String verb() {
        return "thinks of";
    }

    @Override
    public String announced() {
        return "Thought of";
    }

    @Override
    public String next() {
        return "Who raised it now gives notice and names the day; it can still stay.";
    }

    @Override
    public Optional<String> objection(Course course) {
        PartnershipId partnership = course.id();
        NoticeTime.Span days = notice.of(partnership);
        if (!days.signed() && agreements.isSealed(partnership)) {
            return Optional.of("The agreement of %s has just been sealed and comes into force. Please raise this again when it is."
                    .formatted(partnership));
        }
        return days.isPossible() ? Optional.empty() : Optional.of(
                "Your agreement asks for %s, and it ends before that, on %s. So everybody stays until then.".formatted(
                        days.notice(), Days.inWords(days.ends())));
    }

    @Override
    public Optional<String> objection(PartnershipId partnership, OrganisationId raiser) {
        return matters.open(partnership).stream().filter(one -> one.kind().key().equals(KEY) && raiser.equals(one.raisedBy()))
                .findFirst().map(one -> "Your organisation raised this on %s already. Please look for its open step."
                        .formatted(Days.inWords(one.raisedOn())));
    }

    @Override
    public String openAtTheEnd(MatterCard matter, String raiser) {
        return matter.decided() != null ? "A leaving that was decided has to be settled."
                : "The leaving of %s has to be settled.".formatted(raiser);
    }
}
