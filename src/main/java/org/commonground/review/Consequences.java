package org.commonground.review;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Words;
import org.commonground.matter.MatterService;
import org.commonground.negotiation.Topic;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.Course;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.Meetings;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Component;

/** What follows from the way forward for the work that is under way. */
@Component
class Consequences {

    private final CourseOfWork work;
    private final AgreedTerms terms;
    private final MatterService matters;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final Meetings meetings;
    private final Clock clock;

    Consequences(CourseOfWork work, AgreedTerms terms, MatterService matters, PartnershipService partnerships,
            OrganisationService organisations, Meetings meetings, Clock clock) {
        this.meetings = meetings;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.work = work;
        this.terms = terms;
        this.matters = matters;
        this.clock = clock;
    }

    /** How it goes on, as all members read it: a review that was called goes on through a pause and past the end. */
    String outcome(PartnershipId partnership, WayForward way, NamedChange named) {
        Course course = work.of(partnership);
        if (course.endAgreed() || !clock.instant().isBefore(terms.of(partnership).termEnds())) {
            return "The work has ended meanwhile; what was decided stands in the report.";
        }
        return course.suspended() && !way.stopsTheWork()
                ? "The work still pauses. Any partner can propose to take it up again (Raise a matter)." : way.outcome()
                        + inWords(named);
    }

    private String inWords(NamedChange named) {
        StringBuilder words = new StringBuilder();
        if (!named.topics().isEmpty()) {
            words.append(" They are: %s.".formatted(named.topics().stream().map(Topic::inWords).collect(joining("; "))));
        }
        if (named.joining() != null) {
            words.append(" Who should join: “%s”.".formatted(named.joining().replace("\n", "”, “")));
        }
        if (!named.leaving().isEmpty()) {
            words.append(" Who should leave, if the others decide so: %s.".formatted(Words.list(named.leaving().stream()
                    .map(organisations::card).map(OrganisationCard::name).toList())));
        }
        return words.toString();
    }

    /** Refuses to name who is no full partner, or one's own organisation: it leaves by a matter of its own. */
    void expectAbleToLeave(PartnershipId partnership, WayForward way, NamedChange named, OrganisationId voter) {
        if (way == WayForward.MEMBERSHIP) {
            Refusal.unless(voter == null || !named.leaving().contains(voter),
                    "Whoever leaves by itself gives notice: Raise a matter, Leaving. Please name others only.");
            List<OrganisationId> partners = partnerships.partners(partnership);
            named.leaving().stream().filter(one -> !partners.contains(one)).findFirst().ifPresent(one -> {
                throw new Refusal("%s is no full partner now. Please open the form again.".formatted(one));
            });
        }
    }

    /**
     * Raises what was decided. It is decided already, so nobody votes on it again; who should leave is asked first, though, and the others
     * decide then: that goes on in the name of the partner that named it, or where a meeting did, of who leads.
     */
    void raise(ReviewCard review, List<CastVote> votes) {
        String decided = "Decided in review %d.".formatted(review.nr());
        PartnershipId partnership = review.partnership();
        NamedChange named = review.named();
        review.way().matter().ifPresent(kind -> matters.raiseDecided(partnership, kind, named.topicKeys(), review.wayReason(), decided));
        if (named.joining() != null) {
            matters.raiseDecided(partnership, "accession", null, named.joining(), decided);
        }
        named.leaving().forEach(leaver -> namer(review, leaver, votes).ifPresent(namer -> matters.raiseFor(partnership, "release",
                "Named in review %d: %s. %s".formatted(review.nr(), organisations.card(leaver).name(), review.wayReason()),
                namer.organisation(), namer.person())));
    }

    private Optional<Namer> namer(ReviewCard review, OrganisationId leaver, List<CastVote> votes) {
        PartnershipId partnership = review.partnership();
        List<OrganisationId> others = partnerships.partners(partnership).stream().filter(one -> !one.equals(leaver)).toList();
        return votes.stream().filter(cast -> cast.vote().way() == WayForward.MEMBERSHIP && cast.vote().named().leaving().contains(leaver)
                && others.contains(cast.organisation())).findFirst().map(cast -> new Namer(cast.organisation(), cast.person()))
                .or(() -> partnerships.presentLead(partnership).filter(others::contains).or(() -> others.stream().findFirst())
                        .map(lead -> new Namer(lead, meetings.recordedBy(review.settledIn()))));
    }

    private record Namer(OrganisationId organisation, String person) {
    }
}
