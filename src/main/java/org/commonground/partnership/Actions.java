package org.commonground.partnership;

import static java.util.stream.Collectors.toMap;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The actions of all partnerships. One returns until somebody outside the organisation that owns it has seen it done. */
@Service
public class Actions {

    private final Members members;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ApplicationEventPublisher facts;
    private final Clock clock;
    private final OncePerTransaction once;

    Actions(Members members, JdbcClient jdbc, JdbcTemplate batches, ApplicationEventPublisher facts, Clock clock,
            OncePerTransaction once) {
        this.once = once;
        this.members = members;
        this.jdbc = jdbc;
        this.batches = batches;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Keeps what was agreed, all or nothing; owner and verifier are told. A verifier is a full partner: reviews ask no others.
     *
     * @param source where it was agreed, such as {@code Review 2}
     */
    @Transactional
    public void agree(PartnershipId partnership, String source, List<AgreedAction> actions, String person) {
        List<OrganisationId> present = members.ids(partnership);
        List<OrganisationId> partners = members.partners(partnership);
        LocalDate today = LocalDate.now(clock);
        Map<OrganisationId, LocalDate> leaving = members.leaving(partnership);
        actions.forEach(action -> action.mayBeAgreed(present, partners, leaving, today));
        Timestamp now = Timestamp.from(clock.instant());
        batches.batchUpdate("""
                insert into action (id, partnership, source, about, what, owner, due_on, verifier, agreed_by, agreed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                actions.stream().map(action -> new Object[] {UUID.randomUUID(), partnership.value(), source, action.about(), action.what(),
                        action.owner().code(), Date.valueOf(action.due()), action.verifier().code(), person, now}).toList());
        once.forget();
        actions.forEach(action -> facts.publishEvent(new ActionAgreed(partnership, action.about(), action.what(), action.owner(),
                action.due(), action.verifier())));
    }

    /** Why this could not be agreed now, as a sentence; empty when it can. */
    public Optional<String> objection(PartnershipId partnership, AgreedAction action) {
        try {
            action.mayBeAgreed(members.ids(partnership), members.partners(partnership), members.leaving(partnership), LocalDate.now(clock));
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.sentence());
        }
    }

    /** Keeps what the organisation saw when it looked at actions that it may verify; those that are not done stay open. */
    @Transactional
    public void check(PartnershipId partnership, OrganisationId by, List<ActionCheck> checks, String person) {
        Map<Integer, Action> mine = toVerify(partnership, by).stream().collect(toMap(Action::nr, Function.identity()));
        Set<Integer> seen = new HashSet<>();
        for (ActionCheck check : checks) {
            Refusal.unless(mine.containsKey(check.nr()) && seen.add(check.nr()),
                    "These actions have changed since you opened the page. Please open it again.");
        }
        Timestamp now = Timestamp.from(clock.instant());
        batches.batchUpdate("""
                insert into action_check (id, action, organisation, done, words, checked_by, checked_at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                checks.stream().map(check -> new Object[] {UUID.randomUUID(), mine.get(check.nr()).id(), by.code(), check.done(),
                check.words(), person, now}).toList());
        once.forget();
        checks.forEach(check -> facts.publishEvent(new ActionChecked(partnership, mine.get(check.nr()).what(),
                mine.get(check.nr()).owner(), by, check.done(), check.words())));
    }

    /** Another organisation does it from now on. */
    @Transactional
    public void passOn(UUID action, OrganisationId owner) {
        jdbc.sql("update action set owner = ? where id = ?").params(owner.code(), action).update();
        once.forget();
    }

    /** Another organisation looks from now on whether it is done. */
    @Transactional
    public void passOnCheck(UUID action, OrganisationId verifier) {
        jdbc.sql("update action set verifier = ? where id = ?").params(verifier.code(), action).update();
        once.forget();
    }

    /** Nobody does it any more. */
    @Transactional
    public void giveUp(UUID action, String reason) {
        jdbc.sql("update action set given_up = ? where id = ? and given_up is null").params(reason, action).update();
        once.forget();
    }

    /** The action while it is open. */
    public Optional<Action> find(PartnershipId partnership, UUID action) {
        return open(partnership).stream().filter(one -> one.id().equals(action)).findFirst();
    }

    /** Those that nobody outside their owner has seen done, the earliest first. */
    public List<Action> open(PartnershipId partnership) {
        return all(partnership).stream().filter(Action::open).toList();
    }

    /** The open ones that it may verify: those it was asked to, and those of others whose verifier is no full partner now. */
    public List<Action> toVerify(PartnershipId partnership, OrganisationId by) {
        List<Action> open = open(partnership);
        if (open.isEmpty()) {
            return open;
        }
        List<OrganisationId> partners = members.partners(partnership);
        return open.stream().filter(action -> action.verifier().equals(by)
                || !partners.contains(action.verifier()) && !action.owner().equals(by)).toList();
    }

    /** All actions that were ever agreed, the earliest first. */
    public List<Action> all(PartnershipId partnership) {
        return once.read(new ActionsIn(partnership), () -> read(partnership));
    }

    private record ActionsIn(PartnershipId partnership) {
    }

    private List<Action> read(PartnershipId partnership) {
        return jdbc.sql("""
                select a.id, row_number() over (order by a.agreed_at, a.what, a.id) as nr, a.source, a.about, a.what, a.owner,
                       o.name as owner_name,
                       a.due_on, a.verifier, v.name as verifier_name,
                       a.given_up is null and not exists (select 1 from action_check c where c.action = a.id and c.done) as is_open,
                       coalesce('Given up: ' || a.given_up, (select c.words from action_check c where c.action = a.id
                        order by c.checked_at desc fetch first 1 row only)) as last_words
                from action a join organisation o on o.code = a.owner join organisation v on v.code = a.verifier
                where a.partnership = ? order by a.due_on, a.agreed_at, a.what, a.id""")
                .param(partnership.value())
                .query((row, nr) -> new Action(row.getObject("id", UUID.class), row.getInt("nr"), row.getString("source"),
                row.getString("about"), row.getString("what"), new OrganisationId(row.getString("owner")), row.getString("owner_name"),
                        row.getObject("due_on", LocalDate.class), new OrganisationId(row.getString("verifier")),
                        row.getString("verifier_name"), row.getBoolean("is_open"), row.getString("last_words")))
                .list();
    }
}
