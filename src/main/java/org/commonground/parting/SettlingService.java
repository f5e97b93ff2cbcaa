package org.commonground.parting;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.withdrawal.HeldThing;
import org.commonground.withdrawal.PassingService;
import org.commonground.withdrawal.WayOfLeaving;
import org.commonground.withdrawal.WithdrawalService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the partners that stay settle what nobody has taken when the day has come. */
@Service
public class SettlingService {

    private final SettlingVoices voices;
    private final PassingService passings;
    private final WithdrawalService withdrawals;

    SettlingService(SettlingVoices voices, PassingService passings, WithdrawalService withdrawals) {
        this.voices = voices;
        this.passings = passings;
        this.withdrawals = withdrawals;
    }

    /** What nobody has taken so far. */
    public List<HeldThing> left(UUID matter) {
        return passings.left(matter);
    }

    /** The partners that stay and have not said what they take; nobody where nothing is left, or nothing is signed that could be kept. */
    public List<OrganisationId> settlers(UUID matter, PartnershipId partnership) {
        if (withdrawals.leaving(matter).way() == WayOfLeaving.BEFORE_SIGNING || left(matter).isEmpty()) {
            return List.of();
        }
        List<OrganisationId> spoken = voices.of(matter);
        return passings.staying(partnership).stream().filter(one -> !spoken.contains(one)).toList();
    }

    /**
     * Takes some of what is left; whoever takes it first has it. The rest it would release.
     *
     * @param answers by the thing's key: whether it takes it
     */
    @Transactional
    public void settle(UUID matter, PartnershipId partnership, OrganisationId partner, Map<String, Boolean> answers, String person) {
        Refusal.unless(passings.staying(partnership).contains(partner), "Only partners that stay take something over.");
        Refusal.unless(!voices.of(matter).contains(partner), "Your organisation has answered already.");
        Set<String> left = left(matter).stream().map(HeldThing::key).collect(toSet());
        Refusal.unless(left.equals(answers.keySet()), "Somebody else has just taken something. Please open the page again.");
        passings.takeLeft(matter, partner, answers.keySet().stream().filter(answers::get).collect(toSet()), person);
        voices.add(matter, partner, person);
    }
}
