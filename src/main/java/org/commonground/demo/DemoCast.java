package org.commonground.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.commonground.access.LoginPage;
import org.commonground.foundation.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Everybody of the demo, for its log-in page: staff first, then an organisation after the other. */
@Component
@Profile("demo")
class DemoCast implements LoginPage.Cast {

    private static final Group STAFF = new Group("Who looks after partnerships", List.of(
            new Player("coordinator", "Miriam Okafor", "coordinator, serves all partners"),
            new Player("manager", "Daniel Weber", "manager, watches in Cockpit"),
            new Player("designer", "Ines Koch", "process designer, changes the diagrams"),
            new Player("admin", "The administrator", "accounts and mails")));

    @Override
    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        groups.add(STAFF);
        Demo.CASTS.stream().flatMap(cast -> Script.cast(cast).stream()).filter(member -> member.focalPoint() == null)
                .forEach(member -> groups.add(new Group(member.name(), players(member))));
        return groups;
    }

    private static List<Player> players(CastMember member) {
        return IntStream.range(0, member.roles().size()).mapToObj(seat -> new Player(Demo.userOf(member, seat),
                member.people().get(seat), Role.of(member.roles().get(seat)).label().toLowerCase())).toList();
    }
}
