package org.commonground.vision;

import static java.util.stream.Collectors.joining;
import static org.commonground.foundation.Words.said;

import java.util.List;
import java.util.Map;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.partnership.PartnershipService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who looks for the vision: the full partners of today. Who is silent, who leaves, and how it ends without common ground. */
@Service
public class FounderService {

    /** So often in a row a partner may be silent before the others may go on without it. */
    private static final int PATIENCE = 2;
    private static final String MACHINE = "system";

    private final Visions visions;
    private final VisionTables tables;
    private final VisionQueries queries;
    private final PartnershipService partnerships;
    private final ApplicationEventPublisher facts;

    FounderService(Visions visions, VisionTables tables, VisionQueries queries, PartnershipService partnerships,
            ApplicationEventPublisher facts) {
        this.visions = visions;
        this.tables = tables;
        this.queries = queries;
        this.partnerships = partnerships;
        this.facts = facts;
    }

    /** The full partners of today with their names, by name. */
    public Map<OrganisationId, String> names(PartnershipId partnership) {
        return queries.names(partnership);
    }

    /** Whether the partners look for a vision now. */
    public boolean isUnderWay(PartnershipId partnership) {
        return visions.findById(partnership.value()).filter(one -> !one.isEnded() && !one.isEndorsed()).isPresent();
    }

    // Silence

    /** Those who are asked whether they endorse the draft and have not answered. */
    public List<OrganisationId> awaited(PartnershipId partnership) {
        return queries.unanswered(partnership, visions.get(partnership).asking());
    }

    /** Those who did not answer when they were asked last. */
    public List<OrganisationId> silent(PartnershipId partnership) {
        return List.copyOf(queries.silences(partnership).keySet());
    }

    /** Those who did not answer when they were asked the last two times or more. */
    public List<OrganisationId> silentTwice(PartnershipId partnership) {
        return queries.silences(partnership).entrySet().stream().filter(one -> one.getValue() >= PATIENCE).map(Map.Entry::getKey).toList();
    }

    // Leaving

    /** A partner leaves, and its membership ends. Everybody hears why. */
    @Transactional
    public void leave(PartnershipId partnership, OrganisationId partner, String reason, String person) {
        leave(partnership, List.of(partner), reason, person);
    }

    private void leave(PartnershipId partnership, List<OrganisationId> leaving, String reason, String person) {
        visions.get(partnership).mayGoOn();
        leaving.forEach(partner -> queries.expectPartner(partnership, partner));
        String why = said(reason, "Please say why: all other partners will read it.");
        Map<OrganisationId, String> names = names(partnership);
        leaving.forEach(partner -> {
            tables.leave(partnership, partner, why, person);
            partnerships.leave(partnership, partner, why, person);
        });
        facts.publishEvent(new FounderLeft(partnership, List.copyOf(leaving), leaving.stream().map(names::get).collect(joining(", ")), why,
                queries.partners(partnership)));
    }

    /** Goes on without partners that were asked twice in a row and did not answer. Everybody hears why, those partners too. */
    @Transactional
    public void goOnWithout(PartnershipId partnership, List<OrganisationId> silent, String reason, String person) {
        if (silent.isEmpty()) {
            return;
        }
        List<OrganisationId> silentTwice = silentTwice(partnership);
        silent.forEach(partner -> Refusal.unless(silentTwice.contains(partner),
                "%s has answered meanwhile, or was asked only once. Please open the form again."
                        .formatted(names(partnership).getOrDefault(partner, partner.code()))));
        leave(partnership, silent, said(reason, "Please say why you go on without it: it and all others will read it."), person);
    }

    // Ending

    /** Whether at least two partners are left and nobody stopped them. */
    public boolean goOn(PartnershipId partnership) {
        return visions.get(partnership).goesOnAmong(queries.partners(partnership));
    }

    /** There is no common ground: the partnership ends at once, and all are told. */
    @Transactional
    public void giveUp(PartnershipId partnership, String reason, String person) {
        Vision vision = visions.get(partnership);
        vision.stop(said(reason, "Please say why there is no common ground: all partners will read it."), person);
        end(partnership, vision);
    }

    /** Ends what has too few partners left, and the partnership with it. All are told. May be repeated. */
    @Transactional
    public void end(PartnershipId partnership) {
        Vision vision = visions.get(partnership);
        if (!vision.isEnded()) {
            end(partnership, vision);
        }
    }

    private void end(PartnershipId partnership, Vision vision) {
        vision.end(queries.partners(partnership), queries.lastReasonToLeave(partnership).orElse(""), MACHINE);
        visions.save(vision);
        partnerships.endWithoutCommonGround(partnership, vision.stopped(), vision.stoppedBy());
        facts.publishEvent(new VisionGivenUp(partnership, partnerships.memberIds(partnership), vision.stopped()));
    }
}
