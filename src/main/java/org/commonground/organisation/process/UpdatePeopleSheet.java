package org.commonground.organisation.process;

import java.util.List;
import java.util.stream.Collectors;

import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Person;
import org.springframework.stereotype.Component;

@Component
class UpdatePeopleSheet implements Sheet<UpdatePeopleSheet.Shown> {

    private final OrganisationService organisations;

    UpdatePeopleSheet(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public Shown read(StepContext context) {
        List<Person> people = organisations.peopleIn(new OrganisationId(context.businessKey()));
        return new Shown(people.stream().map(UpdatePeopleSheet::line).toList(),
                people.stream().filter(Person::focalPoint).map(Person::name).collect(Collectors.joining(" or ")),
                people.stream().map(UpdatePeopleSheet::choice).toList(),
                people.stream().flatMap(person -> person.roles().stream()
                        .map(role -> new Choice(person.name() + " · " + role.label(), HeldSeat.value(person.user(), role)))).toList(),
                people.stream().filter(person -> person.mandate() != null).map(UpdatePeopleSheet::choice).toList());
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
        return "from " + mandate.from() + (mandate.to() == null ? "" : " to " + mandate.to());
    }

    /** One person in the table of people. */
    record Line(String name, String user, String email, String focalPoint, String roles, String signs) {
    }

    record Shown(List<Line> people, String focalPoints, List<Choice> colleagues, List<Choice> heldSeats, List<Choice> signers) {
    }
}
