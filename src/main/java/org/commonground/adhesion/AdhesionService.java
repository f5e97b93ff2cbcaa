package org.commonground.adhesion;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.commonground.foundation.Words.said;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.commonground.agreement.AgreementService;
import org.commonground.agreement.Joiner;
import org.commonground.agreement.MembershipVersions;
import org.commonground.commitment.CommitmentService;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.matter.MatterService;
import org.commonground.matter.MatterState;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.organisation.OrganisationService;
import org.commonground.orientation.OrientationService;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.Link;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.Place;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.selection.ChosenCandidate;
import org.commonground.selection.SelectionService;
import org.commonground.vision.VisionService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How somebody comes in to whom the partners have consented. The matter is settled when the last one it is about is in, or out. */
@Service
public class AdhesionService {

    static final String MACHINE = "system";

    private final Adhesions adhesions;
    private final AdhesionTables tables;
    private final MatterService matters;
    private final SelectionService selections;
    private final MembershipVersions memberships;
    private final AgreementService agreements;
    private final NegotiationService negotiations;
    private final VisionService visions;
    private final CommitmentService commitments;
    private final OrientationService orientations;
    private final PartnershipService partnerships;
    private final CourseOfWork work;
    private final OrganisationService organisations;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    AdhesionService(Adhesions adhesions, AdhesionTables tables, MatterService matters, SelectionService selections,
            MembershipVersions memberships, AgreementService agreements, NegotiationService negotiations, VisionService visions,
            CommitmentService commitments, OrientationService orientations, PartnershipService partnerships, CourseOfWork work,
            OrganisationService organisations, ApplicationEventPublisher facts, Clock clock) {
        this.adhesions = adhesions;
        this.tables = tables;
        this.matters = matters;
        this.selections = selections;
        this.memberships = memberships;
        this.agreements = agreements;
        this.negotiations = negotiations;
        this.visions = visions;
        this.commitments = commitments;
        this.orientations = orientations;
        this.partnerships = partnerships;
        this.work = work;
        this.organisations = organisations;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Lets somebody come in. May be repeated.
     *
     * @param how it came to that, in a sentence or two
     */
    @Transactional
    public void open(PartnershipId partnership, UUID matter, OrganisationId newcomer, Standing standing, String how) {
        if (adhesions.findByMatterAndNewcomer(matter, newcomer.code()).isEmpty()) {
            adhesions.save(Adhesion.open(partnership, matter, newcomer, standing, how));
        }
    }

    /** Those who are not in yet and may still join. */
    public List<OrganisationId> underWay(UUID matter) {
        return adhesions.of(matter).stream().filter(Adhesion::isUnderWay).map(Adhesion::newcomer).toList();
    }

    /** How it comes in, as things stand. */
    public WayIn way(UUID matter, OrganisationId newcomer) {
        Adhesion adhesion = adhesions.get(matter, newcomer);
        return adhesion.standing() == Standing.ALLY ? WayIn.COMES : isAtWork(adhesion.partnership()) ? WayIn.SIGNS : WayIn.CONFIRMS;
    }

    private boolean isAtWork(PartnershipId partnership) {
        return partnerships.title(partnership).filter(one -> one.phase() == Phase.IN_FORCE).isPresent();
    }

    // Connecting

    /** What the coordinator and the newcomer look at. */
    public Sheet sheet(UUID matter, OrganisationId newcomer) {
        Adhesion adhesion = adhesions.get(matter, newcomer);
        return new Sheet(organisations.card(newcomer).name(), adhesion.standing(), seats(adhesion).stream().map(SeatIn::inWords).toList(),
                adhesion.how(), orientations.names(adhesion.partnership()));
    }

    /**
     * @param seats   in words
     * @param members who is there, by name
     */
    public record Sheet(String name, Standing standing, List<String> seats, String how, Map<OrganisationId, String> members) {
    }

    /** Keeps with whom it shall be connected when it is in; with nobody in particular is an answer, too. */
    @Transactional
    public void connect(UUID matter, OrganisationId newcomer, List<Connection> connections) {
        Adhesion adhesion = adhesions.get(matter, newcomer);
        adhesion.mayGoOn();
        Set<OrganisationId> members = Set.copyOf(partnerships.memberIds(adhesion.partnership()));
        connections.forEach(one -> Refusal.unless(members.contains(one.other()),
                "%s is no member of this partnership. Please choose another one.".formatted(one.other())));
        Refusal.unless(connections.stream().map(one -> List.of(one.other(), one.level())).distinct().count() == connections.size(),
                "One connection stands there twice. Please say in one line all that it is about.");
        tables.connect(adhesion, connections);
    }

    // Signing, or saying so

    /** Prepares the text that it signs. May be repeated. */
    @Transactional
    public NegotiationId prepare(UUID matter, OrganisationId newcomer) {
        Adhesion adhesion = adhesions.get(matter, newcomer);
        if (adhesion.negotiation() == null) {
            adhesion.signs(memberships.openAdhesion(adhesion.partnership(), new Joiner(newcomer, seats(adhesion), tables.links(adhesion)),
                    adhesion.how()));
            adhesions.save(adhesion);
        }
        return adhesion.negotiation();
    }

    /** It says that it joins, having read what the others see together and where they stand. */
    @Transactional
    public void confirm(UUID matter, OrganisationId newcomer) {
        Adhesion adhesion = adhesions.get(matter, newcomer);
        adhesion.confirm();
        adhesions.save(adhesion);
    }

    /** It does not join after all. */
    @Transactional
    public void decline(UUID matter, OrganisationId newcomer, String reason) {
        stayOut(adhesions.get(matter, newcomer), said(reason, "Please say why you do not join: all partners read it."));
    }

    // In or out

    /**
     * Makes it a member, in its seats, with its connections. From the next round on it is asked whatever the others are asked. May be
     * repeated.
     */
    @Transactional
    public void admit(UUID matter, OrganisationId newcomer) {
        letIn(adhesions.get(matter, newcomer));
    }

    private void letIn(Adhesion adhesion) {
        if (!adhesion.isUnderWay()) {
            return;
        }
        PartnershipId partnership = adhesion.partnership();
        OrganisationId newcomer = adhesion.newcomer();
        boolean atWork = isAtWork(partnership);
        List<SeatIn> seats = adhesion.negotiation() == null ? seats(adhesion) : known(partnership, memberships.joiner(
                adhesion.negotiation()).seats());
        if (!partnerships.memberIds(partnership).contains(newcomer)) {
            partnerships.admit(partnership, newcomer, adhesion.standing(), seats);
            connect(partnership, tables.links(adhesion));
        }
        if (adhesion.negotiation() != null) {
            memberships.letIn(adhesion.negotiation());
        }
        if (atWork) {
            if (adhesion.standing() == Standing.ALLY) {
                memberships.afterJoining(partnership, newcomer, adhesion.how());
            }
            commitments.askNewcomer(partnership, newcomer, adhesion.matter());
        } else if (adhesion.standing() == Standing.PARTNER) {
            visions.endorseLater(partnership, newcomer, MACHINE);
            negotiations.join(partnership, newcomer);
        }
        adhesion.comesIn("%s joined on %s.".formatted(organisations.card(newcomer).name(), Days.inWords(LocalDate.now(clock))));
        adhesions.save(adhesion);
        facts.publishEvent(new NewcomerIn(partnership, newcomer, adhesion.standing(), seats.stream().map(SeatIn::inWords).toList(), atWork,
                partnerships.memberIds(partnership)));
        settle(adhesion.matter());
    }

    /** Who left meanwhile is connected with nobody, and what is connected already stays. */
    private void connect(PartnershipId partnership, List<Link> links) {
        Set<OrganisationId> members = Set.copyOf(partnerships.memberIds(partnership));
        Set<List<Object>> known = partnerships.links(partnership).stream().map(AdhesionService::ends).collect(toSet());
        partnerships.connect(partnership, links.stream().filter(link -> members.contains(link.one()) && members.contains(link.other()))
                .filter(link -> !known.contains(ends(link))).toList());
    }

    private static List<Object> ends(Link link) {
        return List.of(link.one(), link.other(), link.level());
    }

    private List<SeatIn> seats(Adhesion adhesion) {
        return known(adhesion.partnership(), selections.chosen(adhesion.partnership(), adhesion.matter()).stream()
                .filter(one -> one.organisation().equals(adhesion.newcomer())).map(ChosenCandidate::seats).findFirst().orElse(List.of()));
    }

    /** An area that the partnership has given up meanwhile binds no seat any more. */
    private List<SeatIn> known(PartnershipId partnership, List<SeatIn> seats) {
        Set<String> areas = partnerships.card(partnership).places().stream().map(Place::name).collect(toSet());
        return seats.stream().map(seat -> seat.area() == null || areas.contains(seat.area()) ? seat
                : new SeatIn(seat.role(), seat.level(), null, seat.expertise(), seat.belongs())).distinct().toList();
    }

    /** It did not sign, or nobody knows whether it would. May be repeated. */
    @Transactional
    public void end(UUID matter, OrganisationId newcomer) {
        Adhesion adhesion = adhesions.get(matter, newcomer);
        String reason = adhesion.negotiation() == null ? null : negotiations.card(adhesion.negotiation()).reason();
        stayOut(adhesion, reason == null ? "It has not answered in time." : reason);
    }

    private void stayOut(Adhesion adhesion, String reason) {
        if (!adhesion.isUnderWay()) {
            return;
        }
        if (adhesion.negotiation() != null) {
            agreements.giveUp(adhesion.negotiation(), reason);
            negotiations.giveUpOpen(adhesion.negotiation(), reason, MACHINE);
        }
        String name = organisations.card(adhesion.newcomer()).name();
        adhesion.staysOut("%s does not join. %s".formatted(name, reason));
        adhesions.save(adhesion);
        facts.publishEvent(new NewcomerOut(adhesion.partnership(), adhesion.newcomer(), reason,
                partnerships.memberIds(adhesion.partnership())));
        settle(adhesion.matter());
    }

    /** Nobody comes in any more. Who has signed is in all the same: the agreement names it. May be repeated. */
    @Transactional
    public void endOpen(UUID matter, String reason) {
        adhesions.of(matter).stream().filter(Adhesion::isUnderWay).forEach(one -> {
            if (one.negotiation() != null && memberships.isSealed(one.negotiation())) {
                letIn(one);
            } else {
                stayOut(one, reason);
            }
        });
    }

    private void settle(UUID matter) {
        List<Adhesion> all = adhesions.of(matter);
        if (all.stream().noneMatch(Adhesion::isUnderWay)) {
            selections.closeSearch(matter);
            if (matters.card(matter).state() != MatterState.ENDED) {
                matters.end(matter, all.stream().map(Adhesion::outcome).collect(joining(" ")));
            }
        }
    }

    /** Whether it has joined a partnership that is at work, so that it is shown the work and asked what it brings. */
    public boolean isAtWork(UUID matter, OrganisationId newcomer) {
        Adhesion adhesion = adhesions.get(matter, newcomer);
        return adhesion.isIn() && isAtWork(adhesion.partnership()) && !work.of(adhesion.partnership()).endAgreed();
    }

    // Showing the work

    /** The members to choose from, by name. */
    public Map<OrganisationId, String> members(UUID matter, OrganisationId newcomer) {
        return new LinkedHashMap<>(orientations.names(adhesions.get(matter, newcomer).partnership()));
    }

    /** Keeps how it was shown the work: once. All members read it. */
    @Transactional
    public void orient(UUID matter, OrganisationId newcomer, NewcomerOrientation orientation, String person) {
        Adhesion adhesion = adhesions.get(matter, newcomer);
        Refusal.unless(!tables.isOriented(adhesion.id()), "This was written down already.");
        LocalDate today = commitments.today(adhesion.partnership());
        Refusal.unless(!orientation.heldOn().isAfter(today), "That day lies ahead. Please write it down once it has come.");
        LocalDate proposed = partnerships.proposedOn(adhesion.partnership());
        Refusal.unless(!orientation.heldOn().isBefore(proposed),
                "The partnership was proposed on %s: nobody can have met before.".formatted(Days.inWords(proposed)));
        List<OrganisationId> members = partnerships.memberIds(adhesion.partnership());
        Refusal.unless(members.containsAll(orientation.present()), "The members have changed. Please open the form again.");
        tables.orient(adhesion.id(), orientation, person);
        facts.publishEvent(new NewcomerOriented(adhesion.partnership(), newcomer, orientation,
                orientation.present().stream().map(orientations.names(adhesion.partnership())::get).toList(), members));
    }
}
