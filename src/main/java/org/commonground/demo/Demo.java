package org.commonground.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.commonground.engine.MovableClock;
import org.commonground.engine.Rehearsal;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.notice.NoticeSettings;
import org.commonground.organisation.OrganisationKind;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets the stage at the first start of the demo: registers both casts, opens their accounts and plays two partnerships up to
 * different points, with the clock set back. Later starts find everything as people left it.
 */
@Component
@Profile("demo")
class Demo {

    private static final Logger log = LoggerFactory.getLogger(Demo.class);
    private static final List<String> CASTS = List.of("fao-cast.yaml", "learning-alliance-cast.yaml");
    private static final List<String> PLAYS = List.of("learning-alliance.yaml", "cotton.yaml");

    private final OrganisationService organisations;
    private final DemoAccounts accounts;
    private final Rehearsal rehearsal;
    private final MovableClock clock;
    private final NoticeSettings settings;
    private final TransactionTemplate transaction;

    Demo(OrganisationService organisations, DemoAccounts accounts, Rehearsal rehearsal, MovableClock clock, NoticeSettings settings,
            TransactionTemplate transaction) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.rehearsal = rehearsal;
        this.clock = clock;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** After the rooms were deployed, before jobs run and people come. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void setTheStage() {
        if (!organisations.verified().isEmpty()) {
            return;
        }
        log.info("The demo's cast comes on stage; this takes a moment");
        transaction.executeWithoutResult(status -> CASTS.forEach(cast -> Script.cast(cast).forEach(this::register)));
        accounts.openStaff();
        PLAYS.forEach(play -> play(Script.play(play)));
    }

    private void register(CastMember member) {
        OrganisationId id = new OrganisationId(member.code());
        List<Role> roles = member.roles().stream().map(Role::of).toList();
        Level level = Level.of(member.level());
        String focal = user(id, roles.get(0));
        organisations.register(new Registration(id, member.name(), OrganisationKind.of(member.kind()), member.country(),
                new LinkedHashSet<>(roles), Set.of(level),
                member.areas().stream().map(area -> new Registration.Place(area, level, null)).toList(),
                new Registration.Document("Certificate of registration", "CG-" + member.code(), LocalDate.now(clock).plusYears(2)),
                new Registration.FocalPoint(focal, person(member, roles.get(0)), mail(focal)),
                List.of(new Registration.Reference("Secretariat of Common Ground", "secretariat@example.org"))), "coordinator");
        organisations.verify(id);
        organisations.openAccounts(id);
        for (Role role : roles) {
            String user = user(id, role);
            if (!user.equals(focal)) {
                organisations.invite(id, user, person(member, role), mail(user), focal);
            }
            organisations.seat(user, new Seat(id, role), focal);
        }
        organisations.giveMandate(id, focal, LocalDate.now(clock), null, focal);
        accounts.open(roles.stream().map(role -> user(id, role)).collect(Collectors.toSet()));
    }

    private static String user(OrganisationId id, Role role) {
        return id.code().toLowerCase() + role.suffix();
    }

    private static String person(CastMember member, Role role) {
        return role.label() + " of " + member.code();
    }

    private static String mail(String user) {
        return user.toLowerCase() + "@example.org";
    }

    private void play(Play play) {
        Instant began = clock.instant().minus(days(play.daysAgo()));
        try {
            String number = null;
            for (Play.Scene scene : play.scenes()) {
                clock.setTo(began.plus(days(scene.day())));
                if (number == null) {
                    number = rehearsal.start(scene.by(), scene.does(), scene.with());
                } else {
                    rehearsal.complete(scene.by(), scene.does(), number, scene.with());
                }
            }
        } finally {
            clock.reset();
        }
    }

    private Duration days(int days) {
        return settings.day().multipliedBy(days);
    }
}
