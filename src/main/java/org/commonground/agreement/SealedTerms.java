package org.commonground.agreement;

import java.time.Clock;
import java.util.List;

import org.commonground.foundation.Pace;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.negotiation.RoundService;
import org.commonground.negotiation.Terms;
import org.commonground.vision.AgendaItem;
import org.commonground.vision.VisionService;
import org.springframework.stereotype.Component;

/** Read off all that is sealed: the newest version binds, and its terms lie over those of the versions before it. */
@Component("agreedTerms")
class SealedTerms implements AgreedTerms {

    private final AgreementVersions versions;
    private final VisionService visions;
    private final RoundService rounds;
    private final Clock clock;
    private final Pace pace;

    SealedTerms(AgreementVersions versions, VisionService visions, RoundService rounds, Clock clock, Pace pace) {
        this.versions = versions;
        this.visions = visions;
        this.rounds = rounds;
        this.clock = clock;
        this.pace = pace;
    }

    @Override
    public SealedAgreement of(PartnershipId partnership) {
        List<VersionCard> sealed = versions.sealed(partnership.value()).stream().map(AgreementVersion::card).toList();
        Refusal.unless(!sealed.isEmpty(), "The agreement of %s is not sealed yet.".formatted(partnership));
        VersionCard newest = sealed.get(sealed.size() - 1);
        Terms terms = sealed.stream().map(version -> rounds.terms(version.negotiation())).reduce((before, after) -> after.over(before))
                .orElseThrow();
        return new SealedAgreement(newest.nr(), newest.negotiation(), newest.form(), newest.sha256(), newest.sealedAt(), terms,
                new AgreementCalendar(sealed.get(0).sealedAt(), clock.getZone(), pace), newest.document(), newest.pdfSha256());
    }

    @Override
    public List<AgendaItem> agenda(PartnershipId partnership) {
        return visions.agenda(partnership);
    }
}
