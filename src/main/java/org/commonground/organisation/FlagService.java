package org.commonground.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The doubts about organisations. */
@Service
@Transactional
public class FlagService {

    private final Flags flags;
    private final OrganisationQueries queries;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    FlagService(Flags flags, OrganisationQueries queries, ApplicationEventPublisher facts, Clock clock) {
        this.flags = flags;
        this.queries = queries;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Notes a doubt about an organisation.
     *
     * @param about the partnership that gives rise to it, or null
     */
    public UUID raise(OrganisationId organisation, FlagLevel level, String reason, String by, PartnershipId about) {
        queries.card(organisation).orElseThrow(() -> OrganisationService.unknown(organisation));
        Flag flag = flags.save(Flag.raise(organisation, level, reason, by, about, LocalDate.now(clock)));
        facts.publishEvent(new FlagRaised(organisation, flag.id(), level, reason, about));
        return flag.id();
    }

    public RaisedFlag flag(UUID id) {
        return oneFlag(id).card();
    }

    /** Asks the manager, once, what to do about a flag. */
    public void escalate(UUID id, String question, String by) {
        Flag flag = oneFlag(id);
        flag.escalate(question, by);
        flags.save(flag);
        facts.publishEvent(new FlagEscalated(flag.organisation(), id, flag.card().level(), question));
    }

    /** The manager, asked about a flag, wants it to stand. */
    public void keep(UUID id, String why, String by) {
        Flag flag = oneFlag(id);
        flag.keep(why, by);
        flags.save(flag);
    }

    /** The flag no longer stands, for the reason given. Refused to people of the organisation itself. */
    public void resolve(UUID id, String resolution, String by) {
        Flag flag = oneFlag(id);
        flag.resolve(resolution, by, queries.organisationOf(Affiliation.keyOf(by)).orElse(null), LocalDate.now(clock));
        flags.save(flag);
        facts.publishEvent(new FlagResolved(flag.organisation(), id, flag.card().level(), resolution));
    }

    private Flag oneFlag(UUID id) {
        return flags.findById(id).orElseThrow(() -> new NotFound("There is no such flag."));
    }
}
