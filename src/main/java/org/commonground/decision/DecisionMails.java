package org.commonground.decision;

import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people hear of what the partners decide. */
@Component
class DecisionMails extends RoomMails {

    private final Template proposalDecided = mail("proposal-decided");
    private final Template proposalOvertaken = mail("proposal-overtaken");

    DecisionMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(ProposalDecided fact) {
        tell(Audience.everybody(fact.members()), fact, proposalDecided,
                Map.of("matter", fact.kind().inWords(), "accepted", fact.count().accepted(), "result", fact.count().inWords(),
                        "votes", fact.votes().stream().map(Vote::inWords).toList(), "consequence", consequence(fact)));
    }

    @EventListener
    void on(ProposalOvertaken fact) {
        tell(Audience.everybody(fact.members()), fact, proposalOvertaken,
                Map.of("matter", fact.kind().inWords(), "reason", fact.objection()));
    }

    private static String consequence(ProposalDecided fact) {
        return fact.objection() == null ? fact.kind().consequence() : "It comes too late, so nothing is done: " + fact.objection();
    }
}
