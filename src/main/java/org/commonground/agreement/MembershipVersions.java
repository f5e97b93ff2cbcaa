package org.commonground.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.commonground.document.Alphabet;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Words;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.Purpose;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Versions that follow who belongs to the partnership: whole again, laid over the newest sealed one, with other parties, allies, web and
 * needed roles alone. A leaving nobody signs, and neither that an ally comes; who joins as a partner signs alone.
 */
@Service
public class MembershipVersions {

    private static final String MACHINE = "system";
    private static final int FEWEST = 2;

    private final AgreementVersions versions;
    private final AgreementTables tables;
    private final MembershipTables memberships;
    private final DraftingService drafting;
    private final SigningService signing;
    private final NegotiationService negotiations;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final Clock clock;

    MembershipVersions(AgreementVersions versions, AgreementTables tables, MembershipTables memberships, DraftingService drafting,
            SigningService signing, NegotiationService negotiations, PartnershipService partnerships, OrganisationService organisations,
            Clock clock) {
        this.versions = versions;
        this.tables = tables;
        this.memberships = memberships;
        this.drafting = drafting;
        this.signing = signing;
        this.negotiations = negotiations;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * Seals a version without those who have left; all members hear of it. Does nothing where the newest one does not name this
     * organisation,
     * where nothing is in force, and where too few are left to agree on anything. May be repeated.
     *
     * @param on  the day it left
     * @param why in its own words, or in those of who released it
     */
    @Transactional
    public void afterLeaving(PartnershipId partnership, OrganisationId left, LocalDate on, String why) {
        List<OrganisationId> members = partnerships.memberIds(partnership);
        if (!isInForce(partnership) || members.contains(left) || !isNamed(partnership, left)
                || partnerships.partners(partnership).size() < FEWEST) {
            return;
        }
        String others = named(partnership).stream().filter(one -> !one.equals(left) && !members.contains(one))
                .map(one -> " %s has left, too.".formatted(name(one))).collect(Collectors.joining());
        seal(partnership, new MembershipChange("%s left on %s.%s%s"
                .formatted(name(left), Days.inWords(on), reason(why), others), true));
    }

    /**
     * Seals a version that names somebody who has come without signing: an ally. Does nothing where the newest one names it, or where
     * nothing
     * is in force. May be repeated.
     *
     * @param how it came, in a sentence or two
     */
    @Transactional
    public void afterJoining(PartnershipId partnership, OrganisationId ally, String how) {
        if (isInForce(partnership) && !isNamed(partnership, ally)) {
            seal(partnership, new MembershipChange("%s has joined as an ally on %s. %s".formatted(name(ally), Days.inWords(today()),
                    printable(how)), false));
        }
    }

    /**
     * Prepares the text that somebody signs who becomes a partner by that. It is drafted, released, signed and sealed as every text is.
     *
     * @param how it came to that, in a sentence or two
     */
    @Transactional
    public NegotiationId openAdhesion(PartnershipId partnership, Joiner joiner, String how) {
        Refusal.unless(isInForce(partnership), "There is no agreement in force yet that somebody could join.");
        Refusal.unless(!partnerships.memberIds(partnership).contains(joiner.organisation()),
                "%s is in this partnership already.".formatted(name(joiner.organisation())));
        NegotiationId negotiation = negotiations.openMembership(partnership, Purpose.ADHESION, List.of(joiner.organisation()));
        memberships.keep(negotiation, new MembershipChange("%s joins as a partner, on the day this version is sealed. %s".formatted(
                name(joiner.organisation()), printable(how)), false), joiner);
        return negotiation;
    }

    /** Who joins by this text, with its seats and connections. */
    public Joiner joiner(NegotiationId negotiation) {
        return memberships.joiner(negotiation).orElseThrow();
    }

    /** Whether everything that this negotiation has led to is sealed. */
    public boolean isSealed(NegotiationId negotiation) {
        return versions.newest(negotiation.value()).filter(AgreementVersion::isSealed).isPresent();
    }

    /** Who signed has been let in, so that later texts name it as a member. May be repeated. */
    @Transactional
    public void letIn(NegotiationId negotiation) {
        memberships.letIn(negotiation);
    }

    private void seal(PartnershipId partnership, MembershipChange change) {
        NegotiationId negotiation = negotiations.openMembership(partnership, change.leaving() ? Purpose.LEAVING : Purpose.ADHESION,
                List.of());
        memberships.keep(negotiation, change);
        ChosenForm form = drafting.sealedForm(partnership);
        drafting.chooseForm(negotiation, form.form(), form.reason());
        int nr = drafting.draft(negotiation);
        AgreementVersion version = versions.newest(negotiation);
        version.release(nr, new Completeness(100, List.of()), true, MACHINE, clock.instant());
        versions.save(version);
        signing.openSigning(negotiation);
        signing.seal(negotiation);
    }

    private boolean isInForce(PartnershipId partnership) {
        return partnerships.title(partnership).filter(one -> one.phase() == Phase.IN_FORCE).isPresent()
                && versions.newestSealed(partnership.value()).isPresent();
    }

    private boolean isNamed(PartnershipId partnership, OrganisationId organisation) {
        return named(partnership).contains(organisation);
    }

    private Set<OrganisationId> named(PartnershipId partnership) {
        AgreementVersion sealed = versions.one(partnership, versions.newestSealed(partnership.value()).orElseThrow());
        return tables.parties(sealed.id()).stream().map(party -> new OrganisationId(party.code())).collect(Collectors.toSet());
    }

    private String name(OrganisationId organisation) {
        return organisations.card(organisation).name();
    }

    private static String reason(String why) {
        return Words.maybe(why) == null || Alphabet.unprintable(why).isPresent() ? "" : " The reason that was given: %s".formatted(why
                .strip());
    }

    /** Somebody wrote parts of it: a text that nobody can print would stand still for good. */
    private static String printable(String how) {
        return Alphabet.unprintable(how).isPresent() ? "" : how;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
