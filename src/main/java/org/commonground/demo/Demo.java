package org.commonground.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.commonground.access.DemoAccounts;
import org.commonground.engine.MovableClock;
import org.commonground.engine.Rehearsal;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.organisation.OrganisationService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Sets the stage at the first start of the demo: registers both casts, opens their accounts and plays five partnerships up to
 * different points, with the clock set back. Later starts find everything as people left it.
 */
@Component
@Profile("demo")
class Demo {

    private static final Logger log = LoggerFactory.getLogger(Demo.class);
    private static final String COORDINATOR = "coordinator";
    private static final String MANAGER = "manager";
    static final List<String> CASTS = List.of("fao-cast.yaml", "learning-alliance-cast.yaml");
    private static final List<String> PLAYS = List.of("honey.yaml", "cotton.yaml", "learning-alliance.yaml", "chillies.yaml", "rice.yaml");

    private final OrganisationService organisations;
    private final DemoAccounts accounts;
    private final Rehearsal rehearsal;
    private final MovableClock clock;

    Demo(OrganisationService organisations, DemoAccounts accounts, Rehearsal rehearsal, MovableClock clock) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    /** After the rooms were deployed, before jobs run and people come. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void setTheStage() {
        if (!organisations.verified().isEmpty()) {
            if (!rehearsal.hasEnded()) {
                log.warn("The demo’s first start was interrupted, and its partnerships are not all there. Delete the folder .data and"
                        + " start again");
            }
            return;
        }
        log.info("The demo's cast comes on stage; this takes a moment");
        accounts.openStaff();
        LocalDate expiry = LocalDate.now(clock).plusYears(2);
        List<Performance> plays = PLAYS.stream().map(play -> new Performance(rehearsal, clock, Script.play(play))).toList();
        try {
            // Whoever signs in a play had the right to already.
            Instant now = clock.instant();
            clock.setTo(plays.stream().map(play -> play.began(now)).min(Comparator.naturalOrder()).orElseThrow());
            CASTS.forEach(cast -> Script.cast(cast).forEach(member -> register(member, expiry)));
        } finally {
            clock.reset();
        }
        plays.forEach(Performance::play);
        rehearsal.end();
        log.info("The demo is ready: see README for the cast");
    }

    /** As the coordinator and the focal point would: register, verify, invite people, give them seats and the right to sign. */
    private void register(CastMember member, LocalDate expiry) {
        OrganisationId id = new OrganisationId(member.code());
        String focal = userOf(member, 0);
        rehearsal.player(COORDINATOR).starts("organisation", Map.ofEntries(
                Map.entry("code", member.code()), Map.entry("name", member.name()), Map.entry("kind", member.kind()),
                Map.entry("country", member.country()), Map.entry("roles", member.roles()), Map.entry("levels", List.of(member.level())),
                Map.entry("areas", member.areas().stream().map(area -> Map.of("name", area, "level", member.level())).toList()),
                Map.entry("document", "Certificate of registration"), Map.entry("documentNumber", "CG-" + member.code()),
                Map.entry("expiresOn", expiry.toString()),
                Map.entry("references", List.of(Map.of("name", "Secretariat of Common Ground", "contact", "secretariat@example.org"))),
                Map.entry("focalName", member.people().get(0)), Map.entry("focalEmail", mail(focal)), Map.entry("focalUser", focal)));
        // Who belongs to an organisation does not verify it: the manager looks at that of the only coordinator.
        rehearsal.player(focal.equals(COORDINATOR) ? MANAGER : COORDINATOR).completes("Verify organisation", id.code(),
                member.zone() == null ? Map.of("outcome", "verified") : Map.of("outcome", "verified", "zone", member.zone()));
        for (int i = 0; i < member.roles().size(); i++) {
            String user = userOf(member, i);
            if (i > 0) {
                updatePeople(focal, id, Map.of("change", "invite", "name", member.people().get(i), "email", mail(user), "user", user));
            }
            updatePeople(focal, id, Map.of("change", "seat", "person", user, "role", member.roles().get(i)));
            accounts.open(user);
        }
        LocalDate today = Days.today(organisations.zoneOf(id), clock);
        updatePeople(focal, id, Map.of("change", "giveMandate", "person", focal, "from", today.toString()));
    }

    private void updatePeople(String focal, OrganisationId id, Map<String, Object> change) {
        rehearsal.player(focal).completes("Update people", id.code(), change);
    }

    /** The expert of Fao is {@code faoExpert}, unless the cast names its focal point. */
    static String userOf(CastMember member, int seat) {
        return seat == 0 && member.focalPoint() != null ? member.focalPoint()
                : new OrganisationId(member.code()).code().toLowerCase() + Role.of(member.roles().get(seat)).suffix();
    }

    private static String mail(String user) {
        return user.toLowerCase() + "@example.org";
    }
}
