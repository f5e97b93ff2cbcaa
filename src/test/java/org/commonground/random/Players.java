package org.commonground.random;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.organisation.PeopleService;
import org.commonground.stage.Cast;
import org.commonground.stage.Stage;

/** The organisations of one play with their people, who come and go: two to eight shall found a partnership, two more could join. */
final class Players {

    private static final List<String> CODES = List.of("Ada", "Bil", "Cor", "Dan", "Eva", "Fio", "Gus", "Hel", "Ida", "Jon");
    private static final List<String> PLACES = List.of("Guntur", "Guntur", "Warangal", "Andhra Pradesh", "India");
    private static final int FEWEST = 2;
    private static final int MOST = 8;

    private final Cast cast;
    private final PeopleService people;
    private final Random random;
    private final Map<String, List<String>> founders = new LinkedHashMap<>();
    private final Map<OrganisationId, List<Role>> roles = new LinkedHashMap<>();
    private final Map<OrganisationId, String> colleagues = new LinkedHashMap<>();
    private int invited;

    Players(Stage stage, PeopleService people, Random random, Instant beginning) {
        LocalDate today = LocalDate.ofInstant(beginning, ZoneOffset.UTC);
        this.people = people;
        this.random = random;
        this.cast = stage.cast();
        cast.coordinator();
        stage.staff("manager");
        int founding = FEWEST + random.nextInt(MOST - FEWEST + 1);
        List<String> codes = CODES.subList(0, founding + 2);
        codes.forEach(this::comes);
        cast.withMandates();
        codes.forEach(code -> {
            if (codes.indexOf(code) < founding) {
                founders.put(cast.code(code), roles.get(cast.id(code)).stream().map(Role::key).toList());
            }
            if (random.nextBoolean()) {
                invites(cast.id(code), cast.actor(code).user(), today);
            }
        });
    }

    private void comes(String code) {
        List<Role> able = new ArrayList<>(Arrays.asList(Role.values()));
        Collections.shuffle(able, random);
        List<Role> own = able.subList(0, 1 + random.nextInt(3));
        // The second is at home where the work will be.
        String place = PLACES.get(roles.size() == 1 ? 0 : random.nextInt(PLACES.size()));
        Level level = place.equals("India") ? Level.NATIONAL : place.contains(" ") ? Level.STATE : Level.LOCAL;
        cast.organisation(code, "The people of " + code, level, place, own.toArray(Role[]::new));
        roles.put(cast.id(code), List.copyOf(own));
    }

    /** Code → keys of its roles. */
    Map<String, List<String>> founders() {
        return founders;
    }

    List<String> codes() {
        return roles.keySet().stream().map(OrganisationId::code).toList();
    }

    /** The code of the organisation to which the person belongs; null for who belongs to none. */
    String organisationOf(String user) {
        return codes().stream().filter(code -> user.startsWith(code.toLowerCase())).findFirst().orElse(null);
    }

    /** Somebody of the first founder. */
    String proposer() {
        return cast.actor(CODES.get(0)).user();
    }

    /** What it is called. */
    String nameOf(String code) {
        return cast.name(code.replaceAll("\\d", ""));
    }

    /** Somebody leaves, or somebody comes who may do whatever the organisation does; says what happened. */
    String move(LocalDate today) {
        List<OrganisationId> all = List.copyOf(roles.keySet());
        OrganisationId one = all.get(random.nextInt(all.size()));
        String focal = cast.actor(one.code().substring(0, 3)).user();
        String colleague = colleagues.get(one);
        if (colleague == null) {
            return invites(one, focal, today) + " comes to " + one;
        }
        people.leave(one, colleague, focal);
        colleagues.remove(one);
        return colleague + " leaves " + one;
    }

    private String invites(OrganisationId one, String focal, LocalDate today) {
        String user = one.code().toLowerCase() + "Guest" + ++invited;
        people.invite(one, user, "Guest " + invited, user.toLowerCase() + "@example.org", focal);
        roles.get(one).forEach(role -> people.seat(user, new Seat(one, role), focal));
        people.giveMandate(one, user, today, null, focal);
        colleagues.put(one, user);
        return user;
    }
}
