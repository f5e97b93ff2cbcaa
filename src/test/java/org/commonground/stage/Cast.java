package org.commonground.stage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.organisation.Country;
import org.commonground.organisation.OrganisationKind;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.PeopleService;
import org.commonground.organisation.Registration;

/**
 * The organisations of one test and their people, registered and verified. Codes carry the number of the cast, so that tests
 * never meet: "Fao" of cast 7 is {@code Fao7}, and its expert is {@code fao7Expert}.
 */
public final class Cast {

    private final Stage stage;
    private final OrganisationService organisations;
    private final PeopleService people;
    private final int number;
    private final LocalDate today;
    private final Map<String, OrganisationId> known = new LinkedHashMap<>();
    private final Map<String, String> focalPoints = new LinkedHashMap<>();
    private final Map<String, Role> firstRoles = new LinkedHashMap<>();

    Cast(Stage stage, OrganisationService organisations, PeopleService people, int number, LocalDate today) {
        this.stage = stage;
        this.organisations = organisations;
        this.people = people;
        this.number = number;
        this.today = today;
    }

    /** Registers and verifies an organisation, with one person in each of the roles; the first is its focal point. */
    public Cast organisation(String code, String name, Level level, String area, Role... roles) {
        OrganisationId id = new OrganisationId(code + number);
        Set<Role> seats = EnumSet.copyOf(List.of(roles));
        String focal = user(code, roles[0]);
        organisations.register(new Registration(id, name + " " + number, OrganisationKind.OTHER, new Country("IN"), seats, Set.of(level),
                List.of(new Registration.Place(area, level, null)),
                new Registration.Document("Charter", "No. " + number, today.plusYears(5)),
                new Registration.FocalPoint(focal, name + "’s focal point", focal.toLowerCase() + "@example.org"),
                List.of(new Registration.Reference("Somebody", "somebody@example.org"))), "system");
        organisations.verify(id, null);
        organisations.openAccounts(id);
        for (Role role : roles) {
            if (role != roles[0]) {
                people.invite(id, user(code, role), name + "’s " + role.label().toLowerCase(),
                        user(code, role).toLowerCase() + "@example.org", focal);
            }
            people.seat(user(code, role), new Seat(id, role), focal);
        }
        known.put(code, id);
        focalPoints.put(code, focal);
        firstRoles.put(code, roles[0]);
        return this;
    }

    /** A second person of the organisation in this role. */
    public Actor colleague(String code, Role role) {
        String user = user(code, role) + "Too";
        people.invite(id(code), user, "Second colleague", user.toLowerCase() + "@example.org", focalPoints.get(code));
        people.seat(user, new Seat(id(code), role), focalPoints.get(code));
        return stage.actor(user);
    }

    /** From today on the focal point of each organisation may sign for it, unless it may already. */
    public Cast withMandates() {
        known.forEach((code, id) -> {
            String focal = focalPoints.get(code);
            if (organisations.mandated(focal, id).isEmpty()) {
                people.giveMandate(id, focal, today, null, focal);
            }
        });
        return this;
    }

    private String user(String code, Role role) {
        return code.toLowerCase() + number + role.suffix();
    }

    Collection<OrganisationId> organisations() {
        return known.values();
    }

    public OrganisationId id(String code) {
        return known.get(code);
    }

    /** The code as it stands in tables and forms: "Fao" → {@code Fao7}. */
    public String code(String code) {
        return id(code).code();
    }

    /** The name as people read it. */
    public String name(String code) {
        return organisations.card(id(code)).name();
    }

    /** Somebody of the organisation: its person in this role. */
    public Actor actor(String code, Role role) {
        return stage.actor(user(code, role));
    }

    /** The focal point of the organisation. */
    public Actor actor(String code) {
        return stage.actor(focalPoints.get(code));
    }

    public Actor coordinator() {
        return stage.staff("coordinator");
    }

    /** The eight of the FAO case: integrated pest management for cotton in Andhra Pradesh. */
    public Cast fao() {
        return organisation("Goi", "Government of India", Level.NATIONAL, "India", Role.DECISION_MAKER, Role.RESOURCE_PROVIDER)
                .organisation("Fao", "Food and Agriculture Organization", Level.NATIONAL, "India", Role.EXPERT, Role.RESOURCE_PROVIDER)
                .organisation("Eu", "European Union", Level.NATIONAL, "India", Role.RESOURCE_PROVIDER)
                .organisation("Doa", "State Department of Agriculture", Level.STATE, "Andhra Pradesh", Role.DECISION_MAKER,
                        Role.IMPLEMENTER)
                .organisation("Cicr", "Central Institute for Cotton Research", Level.NATIONAL, "India", Role.EXPERT)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", Role.IMPLEMENTER)
                .organisation("Ffs", "Farmer Field School alumni federation", Level.LOCAL, "Guntur", Role.PARTICIPANT, Role.IMPLEMENTER)
                .organisation("Shop", "Retail chain", Level.NATIONAL, "India", Role.ALLY);
    }

    /** Three who can look for a vision and negotiate: Fao proposes and knows, Goi pays, Ngo carries out. */
    public Cast three() {
        return organisation("Fao", "FAO", Level.NATIONAL, "India", Role.EXPERT)
                .organisation("Goi", "Government of India", Level.NATIONAL, "India", Role.RESOURCE_PROVIDER)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", Role.IMPLEMENTER);
    }

    /** Three who can do without money from outside: Fao knows, Ngo carries out, Ffs takes part. */
    public Cast inTheField() {
        return organisation("Fao", "FAO", Level.NATIONAL, "India", Role.EXPERT)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", Role.IMPLEMENTER)
                .organisation("Ffs", "Alumni federation", Level.LOCAL, "Guntur", Role.PARTICIPANT);
    }

    /** These organisations, in this order, each in the first of its roles. */
    public Map<String, Role> roles(String... codes) {
        Map<String, Role> roles = new LinkedHashMap<>();
        List.of(codes).forEach(code -> roles.put(code, firstRoles.get(code)));
        return roles;
    }

    /** Each of these organisations with its seat, in this order. */
    public Map<OrganisationId, Role> seats(String... codes) {
        Map<OrganisationId, Role> seats = new LinkedHashMap<>();
        roles(codes).forEach((code, role) -> seats.put(id(code), role));
        return seats;
    }
}
