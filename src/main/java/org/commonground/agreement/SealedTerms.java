package org.commonground.agreement;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.commonground.foundation.Pace;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.negotiation.AimTerms;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.PartyLeft;
import org.commonground.negotiation.RoundService;
import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;
import org.commonground.partnership.OncePerTransaction;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.commonground.vision.AgendaItem;
import org.commonground.vision.VisionService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Read off all that is sealed: the newest version binds, and its terms lie over those of the versions before it. */
@Component("agreedTerms")
class SealedTerms implements AgreedTerms {

    private final AgreementVersions versions;
    private final VisionService visions;
    private final PartnershipService partnerships;
    private final Layers layers;
    private final RoundService rounds;
    private final Clock clock;
    private final Pace pace;
    private final OncePerTransaction once;
    private final PassedOnSteps passedOn;

    SealedTerms(AgreementVersions versions, VisionService visions, PartnershipService partnerships, Layers layers, RoundService rounds,
            Clock clock, Pace pace, OncePerTransaction once, PassedOnSteps passedOn) {
        this.passedOn = passedOn;
        this.versions = versions;
        this.visions = visions;
        this.partnerships = partnerships;
        this.layers = layers;
        this.rounds = rounds;
        this.clock = clock;
        this.pace = pace;
        this.once = once;
    }

    @Override
    public SealedAgreement of(PartnershipId partnership) {
        return once.read(new Agreed(partnership), () -> read(partnership, sealed(partnership)));
    }

    @Override
    public SealedAgreement asOf(PartnershipId partnership, int version) {
        List<AgreementVersion> sealed = sealed(partnership);
        int newest = sealed.stream().map(AgreementVersion::nr).toList().indexOf(version);
        return read(partnership, sealed.subList(0, newest + 1));
    }

    @Override
    public List<SealedAgreement> course(PartnershipId partnership) {
        List<AgreementVersion> sealed = sealed(partnership);
        return sealed.size() <= 1 ? List.of(of(partnership))
                : IntStream.rangeClosed(1, sealed.size()).mapToObj(upTo -> read(partnership, sealed.subList(0, upTo))).toList();
    }

    private List<AgreementVersion> sealed(PartnershipId partnership) {
        return once.read(new SealedOf(partnership), () -> versions.sealed(partnership.value()));
    }

    private Terms terms(NegotiationId negotiation) {
        return once.read(new TermsOf(negotiation), () -> rounds.terms(negotiation));
    }

    private SealedAgreement read(PartnershipId partnership, List<AgreementVersion> versions) {
        List<VersionCard> sealed = versions.stream().map(AgreementVersion::card).toList();
        Refusal.unless(!sealed.isEmpty(), "The agreement of %s is not sealed yet.".formatted(partnership));
        VersionCard newest = sealed.get(sealed.size() - 1);
        Terms terms = sealed.stream().map(version -> terms(version.negotiation())).reduce((before, after) -> after.over(before))
                .orElseThrow();
        return new SealedAgreement(newest.nr(), newest.negotiation(), newest.form(), newest.sha256(), newest.sealedAt(), terms,
                new AgreementCalendar(sealed.get(0).sealedAt(), clock.getZone(), pace), newest.document(), newest.pdfSha256());
    }

    @EventListener({AgreementSealed.class, PartyLeft.class})
    void forget() {
        once.forget();
    }

    @Override
    public List<AgendaItem> agenda(PartnershipId partnership) {
        List<AgendaItem> amended = sealed(partnership).isEmpty() ? List.of()
                : of(partnership).terms().aims().agenda();
        return passedOn.over(partnership, amended.isEmpty() ? visions.agenda(partnership) : amended);
    }

    @Override
    public InForce inForce(PartnershipId partnership) {
        Layers.Whole whole = layers.of(layers.sealed(partnership));
        PartnershipCard card = partnerships.card(partnership);
        Map<Topic, String> words = new EnumMap<>(Topic.class);
        Topic.founding().forEach(topic -> words.put(topic, ""));
        whole.topics().forEach(agreed -> words.put(agreed.topic(), agreed.wording()));
        words.remove(Topic.ANNEX);
        words.put(Topic.NAME, card.title());
        words.put(Topic.PURPOSE, card.purpose());
        List.of(Topic.OBJECTIVES, Topic.PLACES, Topic.AGENDA).forEach(topic -> words.put(topic, topic.suggestedWording()));
        AimTerms aims = new AimTerms(card.objectives(), card.places(), card.targetParticipants(), card.participationMode(),
                agenda(partnership), null);
        return new InForce(of(partnership).version(), words, whole.terms().with(aims));
    }

    private record Agreed(PartnershipId partnership) {
    }

    private record SealedOf(PartnershipId partnership) {
    }

    private record TermsOf(NegotiationId negotiation) {
    }
}
