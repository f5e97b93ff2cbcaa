package org.commonground.notice;

import java.util.Map;

import org.commonground.decision.ProposalDecided;
import org.commonground.decision.ProposalOvertaken;
import org.commonground.decision.Vote;
import org.commonground.foundation.OrganisationId;
import org.commonground.matter.MatterCameTooLate;
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
        mail.tell(Audience.groups(fact.members().stream().map(OrganisationId::groupId).toList()).and(Audience.coordinator()), fact, "matter-raised",
                Map.of("matter", fact.kind().inWords(), "organisation", fact.raisedBy().code(), "reason", fact.why(),
                        "proposal", fact.kind().isProposal()));
    }

    @EventListener
    void on(MatterCameTooLate fact) {
        mail.tell(Audience.person(fact.person()), fact, "matter-came-too-late", Map.of("matter", fact.kind().inWords(), "reason", fact.why()));
    }

    @EventListener
    void on(ProposalDecided fact) {
        mail.tell(Audience.groups(fact.members().stream().map(OrganisationId::groupId).toList()).and(Audience.coordinator()), fact, "proposal-decided",
                Map.of("matter", fact.kind().inWords(), "accepted", fact.count().accepted(), "result", fact.count().inWords(),
                        "votes", fact.votes().stream().map(Vote::inWords).toList(), "consequence", fact.objection() == null ? fact.kind().consequence()
                                : "It comes too late, so nothing is done: " + fact.objection()));
    }

    @EventListener
    void on(ProposalOvertaken fact) {
        mail.tell(Audience.groups(fact.members().stream().map(OrganisationId::groupId).toList()).and(Audience.coordinator()), fact, "proposal-overtaken",
                Map.of("matter", fact.kind().inWords(), "reason", fact.objection()));
    }
}
