package org.commonground.parting;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.commonground.agreement.MembershipVersions;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.matter.MatterKind;
import org.commonground.matter.MatterService;
import org.commonground.partnership.NeededRole;
import org.commonground.partnership.PartnershipService;
import org.commonground.withdrawal.Leaving;
import org.commonground.withdrawal.WithdrawalService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows for those who stay: the agreement names who is there, and roles that nobody takes any more are sought or waived. */
@Service
public class ReplacementService {

    private static final String ACCESSION = "accession";
    private static final String REPLACEMENT = "replacement";

    private final WithdrawalService withdrawals;
    private final PartnershipService partnerships;
    private final MembershipVersions versions;
    private final MatterService matters;

    ReplacementService(WithdrawalService withdrawals, PartnershipService partnerships, MembershipVersions versions, MatterService matters) {
        this.withdrawals = withdrawals;
        this.partnerships = partnerships;
        this.versions = versions;
        this.matters = matters;
    }

    /** The needed roles that nobody takes any more; none where nobody could be looked for now. */
    public List<NeededRole> openRoles(UUID matter) {
        Leaving leaving = withdrawals.leaving(matter);
        PartnershipId partnership = leaving.partnership();
        boolean parted = !partnerships.memberIds(partnership).contains(leaving.organisation());
        return !parted || partnerships.partners(partnership).size() < 2 || matters.objection(partnership, accession()).isPresent()
                ? List.of() : partnerships.gaps(partnership);
    }

    private MatterKind accession() {
        return matters.kinds().stream().filter(kind -> kind.key().equals(ACCESSION)).findFirst().orElseThrow();
    }

    /** Who has left. */
    public String leaver(UUID matter) {
        return withdrawals.leaving(matter).name();
    }

    /**
     * Decides for each open role whether somebody is looked for.
     *
     * @param waivers the roles that the partnership goes on without, and why
     * @param sought  those for which somebody is looked for
     */
    @Transactional
    public void choose(UUID matter, Map<UUID, String> waivers, List<UUID> sought, String person) {
        PartnershipId partnership = withdrawals.leaving(matter).partnership();
        List<UUID> open = openRoles(matter).stream().map(NeededRole::id).toList();
        Refusal.unless(open.size() == waivers.size() + sought.size() && open.containsAll(waivers.keySet()) && open.containsAll(sought),
                "This has changed since you opened the page. Please open it again.");
        waivers.forEach((role, reason) -> partnerships.waive(partnership, role, reason, person));
    }

    /** Proposes to look for somebody in the roles that are open still; all partners are asked for their consent later. */
    @Transactional
    public void propose(UUID matter) {
        Leaving leaving = withdrawals.leaving(matter);
        List<NeededRole> open = openRoles(matter);
        if (!open.isEmpty()) {
            matters.raiseDecided(leaving.partnership(), ACCESSION, REPLACEMENT, "Nobody takes this any more: %s.".formatted(
                    String.join("; ", open.stream().map(NeededRole::inWords).toList())), "Needed since %s left.".formatted(leaving.name()));
        }
    }

    /** The agreement in force names those who are there. May be repeated. */
    @Transactional
    public void renewAgreement(UUID matter) {
        Leaving leaving = withdrawals.leaving(matter);
        versions.afterLeaving(leaving.partnership(), leaving.organisation(), leaving.effective(), leaving.why());
    }
}
