package org.commonground.organisation.process;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.PeopleService;
import org.commonground.organisation.Person;
import org.springframework.stereotype.Component;

/** A focal point says who belongs to the organisation, in which seats, and who signs for it. */
@Component
@For("${organisations.group(execution.processBusinessKey)}")
class UpdatePeople implements Step<UpdatePeople.Shown, UpdatePeople.Given> {

    private final PeopleService people;
    private final OrganisationService organisations;

    UpdatePeople(PeopleService people, OrganisationService organisations) {
        this.people = people;
        this.organisations = organisations;
    }

    @Override
    public Shown show(StepContext context) {
        List<Person> all = organisations.peopleIn(new OrganisationId(context.businessKey()));
        return new Shown(all.stream().map(UpdatePeople::line).toList(),
                all.stream().filter(Person::focalPoint).map(Person::name).collect(Collectors.joining(" or ")),
                all.stream().map(UpdatePeople::choice).toList(), all.stream().flatMap(person -> person.roles().stream()
                        .map(role -> new Choice(person.name() + " · " + role.label(), SeatOfPerson.value(person.user(), role)))).toList(),
                all.stream().filter(person -> person.mandate() != null).map(UpdatePeople::choice).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        OrganisationId own = new OrganisationId(context.businessKey());
        String by = context.person();
        switch (given.change) {
            case invite -> people.invite(own, given.user, given.name, given.email, by);
            case seat -> people.seat(given.person, new Seat(own, given.role), by);
            case unseat -> {
                SeatOfPerson held = SeatOfPerson.of(given.heldSeat);
                people.unseat(held.user(), new Seat(own, held.role()), by);
            }
            case giveMandate -> people.giveMandate(own, given.person, given.from, given.to, by);
            case endMandate -> people.endMandate(own, given.signer, by);
            case makeFocalPoint -> people.makeFocalPoint(own, given.person, by);
            case leave -> people.leave(own, given.person, by);
        }
    }

    private static Choice choice(Person person) {
        return new Choice(person.name() + " (" + person.user() + ")", person.user());
    }

    private static Line line(Person person) {
        return new Line(person.name(), person.user(), person.email(), person.focalPoint() ? "Focal point" : "",
                person.roles().stream().map(Role::label).collect(Collectors.joining(", ")), signs(person.mandate()));
    }

    private static String signs(Person.Mandate mandate) {
        if (mandate == null) {
            return "";
        }
        return mandate.to() == null ? "from " + Days.brief(mandate.from()) : Days.brief(mandate.from(), mandate.to());
    }

    /** A person in a role, as one choice of a form: {@code asha/expert}. */
    private record SeatOfPerson(String user, Role role) {

        static String value(String user, Role role) {
            return user + "/" + role.key();
        }

        static SeatOfPerson of(String value) {
            int slash = value.indexOf('/');
            return new SeatOfPerson(value.substring(0, slash), Role.of(value.substring(slash + 1)));
        }
    }

    /** One person in the table of people. */
    record Line(String name, String user, String email, String focalPoint, String roles, String signs) {
    }

    /** As the form spells them. */
    enum Change {
        invite, seat, unseat, giveMandate, endMandate, makeFocalPoint, leave
    }

    record Shown(List<Line> people, String focalPoints, List<Choice> colleagues, List<Choice> heldSeats, List<Choice> signers) {
    }

    record Given(Change change, String name, String email, String user, String person, Role role, String heldSeat,
            LocalDate from, LocalDate to, String signer) {
    }
}
