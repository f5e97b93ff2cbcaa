package org.commonground.amendment;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toMap;
import static org.commonground.foundation.Words.said;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Words;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.negotiation.Beside;
import org.commonground.negotiation.NegotiationCard;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.OpenTopic;
import org.commonground.negotiation.RoundService;
import org.commonground.negotiation.Topic;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.PartnershipService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Those who need not sign a change: they read it before it is sealed, and sign too where they say that it concerns them. */
@Service
public class AmendmentReaders {

    private final Amendments amendments;
    private final AmendmentTables tables;
    private final MatterService matters;
    private final NegotiationService negotiations;
    private final RoundService rounds;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final ApplicationEventPublisher facts;

    AmendmentReaders(Amendments amendments, AmendmentTables tables, MatterService matters, NegotiationService negotiations,
            RoundService rounds, PartnershipService partnerships, OrganisationService organisations, ApplicationEventPublisher facts) {
        this.amendments = amendments;
        this.tables = tables;
        this.matters = matters;
        this.negotiations = negotiations;
        this.rounds = rounds;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.facts = facts;
    }

    /** Those who need not sign and have not read what the others agreed on. */
    public List<OrganisationId> awaited(UUID matter) {
        Amendment amendment = amendments.get(matter);
        NegotiationId negotiation = amendment.negotiation();
        List<OrganisationId> read = tables.readers(matter, negotiations.card(negotiation).round());
        List<OrganisationId> parties = negotiations.parties(negotiation);
        return partnerships.partners(amendment.partnership()).stream().filter(not(read::contains)).filter(not(parties::contains)).toList();
    }

    /**
     * A partner that need not sign read it.
     *
     * @param concerned whether it concerns it, so that it signs too; then it says why, and all are told
     */
    @Transactional
    public void read(UUID matter, OrganisationId reader, boolean concerned, String words, String person) {
        Amendment amendment = amendments.get(matter);
        amendment.mayGoOn();
        Refusal.unless(awaited(matter).contains(reader), "Your organisation has read this change already, or signs it.");
        String why = concerned ? said(words, "Please say how it concerns you: all partners read it.") : null;
        NegotiationCard negotiation = negotiations.card(amendment.negotiation());
        tables.read(matter, negotiation.round(), reader, concerned, why, person);
        if (concerned) {
            negotiations.alsoSigns(amendment.negotiation(), reader);
            facts.publishEvent(new AmendmentConcerns(amendment.partnership(), negotiation.suffix(), reader, why,
                    partnerships.memberIds(amendment.partnership())));
        }
    }

    /** What a reader looks at: who proposes what and why, and what was agreed on. */
    public Sheet sheet(UUID matter) {
        Amendment amendment = amendments.get(matter);
        MatterCard card = matters.card(matter);
        Map<Topic, OpenTopic> before = rounds.before(amendment.negotiation()).stream().collect(toMap(OpenTopic::topic,
                Function.identity()));
        return new Sheet(amendment.proposer() == null ? AmendmentMotive.TOGETHER : organisations.card(amendment.proposer()).name(),
                card.why(), whoSigns(matter), rounds.openTopics(amendment.negotiation()).stream()
                        .map(now -> Side.of(before.get(now.topic()), now)).toList());
    }

    /**
     * @param proposer who proposes it, by name
     * @param whoSigns and why nobody else has to
     */
    public record Sheet(String proposer, String why, String whoSigns, List<Side> changes) {
    }

    /**
     * A topic as it is and as it shall be.
     *
     * @param changed whether there was something before
     * @param kept    whether something of it stays as it is
     */
    public record Side(String what, boolean changed, String before, List<String> termsBefore, String now, List<String> termsNow,
            boolean kept, String keptWords, List<String> keptTerms) {

        static Side of(OpenTopic before, OpenTopic now) {
            Beside sides = before == null ? new Beside("", List.of(), now.wording(), now.terms(), false, "", List.of())
                    : Beside.of(before, now);
            return new Side(now.topic().inWords(), before != null, sides.before(), sides.termsBefore(), sides.now(), sides.termsNow(),
                    sides.kept(), sides.keptWords(), sides.keptTerms());
        }
    }

    private String whoSigns(UUID matter) {
        Amendment amendment = amendments.get(matter);
        List<String> names = List.copyOf(negotiations.names(amendment.negotiation()).values());
        return "%s%s %s".formatted(amendment.signs().label(), names.isEmpty() ? "." : ": " + Words.list(names) + ".", amendment.signsWhy());
    }
}
