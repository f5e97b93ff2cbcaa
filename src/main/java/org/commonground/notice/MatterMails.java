package org.commonground.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.commonground.decision.ProposalDecided;
import org.commonground.decision.ProposalOvertaken;
import org.commonground.decision.Vote;
import org.commonground.foundation.OrganisationId;
import org.commonground.matter.MatterCameTooLate;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterTakenUp;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people hear of matters that partners raise, and of what the partners decide. */
@Component
class MatterMails {

    private final FactMail mail;

    MatterMails(FactMail mail) {
        this.mail = mail;
    }

    @EventListener
    void on(MatterTakenUp fact) {
        List<OrganisationId> others = fact.members().stream().filter(member -> !fact.readers().contains(member)).toList();
        // The coordinator reads no more than any member does.
        tell(fact, Audience.groups(groups(fact.readers())).and(others.isEmpty() ? Audience.coordinator() : Audience.nobody()), fact.card().why());
        tell(fact, others.isEmpty() ? Audience.nobody() : everybody(others), null);
    }

    private void tell(MatterTakenUp fact, Audience to, String why) {
        Map<String, Object> words = new HashMap<>(Map.of("matter", fact.card().kind().inWords(), "organisation", fact.card().raisedBy().code(),
                "verb", fact.card().kind().verb(), "announced", fact.card().kind().announced(), "next", fact.card().kind().next()));
        words.put("reason", why);
        mail.tell(to, fact, "matter-raised", words);
    }

    @EventListener
    void on(MatterCameTooLate fact) {
        MatterCard matter = fact.card();
        mail.tell(matter.person() == null ? everybody(fact.members()) : Audience.person(matter.person()), fact, "matter-came-too-late",
                Map.of("matter", matter.kind().inWords(), "reason", matter.why(), "decided", matter.decided() != null));
    }

    @EventListener
    void on(ProposalDecided fact) {
        mail.tell(everybody(fact.members()), fact, "proposal-decided",
                Map.of("matter", fact.kind().inWords(), "accepted", fact.count().accepted(), "result", fact.count().inWords(),
                        "votes", fact.votes().stream().map(Vote::inWords).toList(), "consequence", fact.objection() == null ? fact.kind().consequence()
                                : "It comes too late, so nothing is done: " + fact.objection()));
    }

    @EventListener
    void on(ProposalOvertaken fact) {
        mail.tell(everybody(fact.members()), fact, "proposal-overtaken",
                Map.of("matter", fact.kind().inWords(), "reason", fact.objection()));
    }

    private static Audience everybody(List<OrganisationId> members) {
        return Audience.groups(groups(members)).and(Audience.coordinator());
    }

    private static List<String> groups(List<OrganisationId> members) {
        return members.stream().map(OrganisationId::groupId).toList();
    }
}
