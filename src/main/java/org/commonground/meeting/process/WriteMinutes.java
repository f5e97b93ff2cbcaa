package org.commonground.meeting.process;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.meeting.FurtherMeeting;
import org.commonground.meeting.MeetingCard;
import org.commonground.meeting.MeetingGuest;
import org.commonground.meeting.MeetingKind;
import org.commonground.meeting.MeetingService;
import org.commonground.meeting.Minutes;
import org.commonground.meeting.MinutesService;
import org.commonground.meeting.PolicyAnswer;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.AgreedAction;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Component;

/** What was said and agreed in a meeting, or that nobody came. */
@Component
@For("coordinator")
class WriteMinutes implements Step<WriteMinutes.Shown, WriteMinutes.Given> {

    private final MeetingService meetings;
    private final MinutesService minutes;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final Clock clock;

    WriteMinutes(MeetingService meetings, MinutesService minutes, PartnershipService partnerships, OrganisationService organisations,
            Clock clock) {
        this.meetings = meetings;
        this.minutes = minutes;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    public Shown show(StepContext context) {
        MeetingCard card = meetings.card(MeetingVariables.meeting(context));
        PartnershipId partnership = context.partnership();
        List<Choice> guests = meetings.guests(card.id()).stream().map(WriteMinutes::choice).toList();
        List<Hoped> hoped = minutes.openPolicies(card).stream().map(Hoped::of).toList();
        Set<OrganisationId> leaving = partnerships.leaving(partnership).keySet();
        return new Shown(card.titleWithSubject(), Days.inWords(card.on()), card.place(), card.agenda(),
                minutes.likelyDay(card, LocalDate.now(clock)), choices(partnerships.memberIds(partnership)), guests, guests.isEmpty(),
                choices(partnerships.memberIds(partnership).stream().filter(one -> !leaving.contains(one)).toList()),
                choices(partnerships.partners(partnership)), hoped, hoped.isEmpty());
    }

    private static Choice choice(MeetingGuest guest) {
        return new Choice(guest.inWords(), String.valueOf(guest.nr()));
    }

    private List<Choice> choices(Collection<OrganisationId> some) {
        return organisations.cards(some).values().stream()
                .sorted(Comparator.comparing((OrganisationCard card) -> card.name().toLowerCase(Locale.ROOT)))
                .map(card -> new Choice(card.name(), card.id().code())).toList();
    }

    @Override
    public List<String> mailed(StepContext context) {
        MeetingCard card = meetings.card(MeetingVariables.meeting(context));
        return List.of("The meeting: %s, %s, %s.".formatted(card.titleWithSubject(), Days.inWords(card.on()), card.place()));
    }

    @Override
    public void take(Given given, StepContext context) {
        MeetingCard card = meetings.card(MeetingVariables.meeting(context));
        minutes.write(card.id(), given.minutes(card.title()), context.person());
    }

    record Shown(String meeting, String invitedFor, String place, String agenda, LocalDate heldOn, List<Choice> members,
            List<Choice> invitedGuests, boolean noGuests, List<Choice> owners, List<Choice> verifiers, List<Hoped> policies,
            boolean noPolicies) {
    }

    record Hoped(int nr, String hoped) {

        static Hoped of(MeetingCard card) {
            return new Hoped(card.nr(), "%s hoped for: %s".formatted(card.dated(), card.policy()));
        }
    }

    /** As the form spells it. */
    enum Held {
        yes, no
    }

    /** As the form spells it. */
    enum Came {
        yes, no, notYet
    }

    record Given(Held held, String nobodyCame, LocalDate heldOn, List<String> present, List<String> guests, List<Besides> besides,
            String minutes, List<Decided> decisions, List<Todo> actions, List<Became> policies, List<Further> further) {

        Minutes minutes(String about) {
            return held == Held.no ? Minutes.nobodyCame(nobodyCame)
                    : new Minutes(null, heldOn, present.stream().map(OrganisationId::new).collect(toSet()),
                            guests.stream().map(Integer::valueOf).collect(toSet()),
                            besides.stream().map(one -> new Minutes.Besides(one.name(), one.from())).toList(), minutes,
                            decisions.stream().map(Decided::words).toList(), actions.stream().map(one -> one.action(about)).toList(),
                            policies.stream().map(Became::answer).toList(), further.stream().map(Further::meeting).toList());
        }
    }

    record Besides(String name, String from) {
    }

    record Decided(String words) {
    }

    record Todo(String what, String owner, LocalDate due, String verifier) {

        AgreedAction action(String about) {
            return new AgreedAction(about, what, new OrganisationId(owner), due, new OrganisationId(verifier));
        }
    }

    record Became(int nr, Came came, String words) {

        PolicyAnswer answer() {
            return new PolicyAnswer(nr, came == Came.notYet ? null : came == Came.yes, words);
        }
    }

    record Further(MeetingKind kind, LocalDate day, String subject, String whom) {

        FurtherMeeting meeting() {
            return new FurtherMeeting(kind, day, subject, whom);
        }
    }
}
