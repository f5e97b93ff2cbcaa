package org.commonground.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.commonground.partnership.Holdings;
import org.commonground.stage.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever leaves passes on all it is responsible for: of each column that names an organisation somebody has decided. */
@ProcessTest
class HeldColumnsTest {

    /** Tables whose rows are what somebody once said or was, and why nothing of them passes on. */
    private static final Map<String, String> HISTORY = new TreeMap<>();

    static {
        says("it was there that day", "attendance", "orientation_guest");
        says("it said so, once, in a round that ends with PartnerLeft for it", "stated_vision", "answered_expectation", "asked_endorser",
                "given_endorsement", "given_reply", "stated_position", "positions_read", "reopening", "impact", "work_rating",
                "way_vote", "vote", "action_check", "amendment_reading", "reconciliation", "lesson",
                "work_plan", "work_report", "seat_part", "silent_seat", "reports_read", "report_question",
                "ballot_receipt", "settling_voice", "answer");
        says("how far it let a lesson go; that holds on after it has left", "lesson_consent");
        says("it was asked, chosen or named when the round or the review opened", "asked_party", "review_partner", "nomination",
                "amendment_concerns", "left_founder");
        says("it signed or was named in a text that never changes", "signature", "signature_decline", "paper_signature",
                "agreement_party", "contribution");
        says("its parties stay who they were: that is why it reads what it signed", "negotiating_party");
        says("its membership, seats and connections end with leaving itself", "member", "link");
        says("the registry and its people belong to the organisation, not to a partnership", "organisation_role", "organisation_level",
                "organisation_area", "organisation_reference", "affiliation", "flag", "expiry_reminder", "document");
        says("it asked or answered, once", "question", "question_answer");
        says("it brought the file, which stays where it was brought", "filed");
        says("who proposed it stays who proposed it", "partnership.proposer", "amendment.proposer");
        says("it was named by somebody; once it leaves it is not asked any more (Leadership.keepAmongPartners)", "partnership.named_lead");
        says("it said then whether it leads", "lead_consent");
        says("what became of a step before the agreement was signed, as the text says", "settled_step");
        says("an alert is about it; what it is about passes on", "alert");
        says("whose word an amendment asks anew; the seat ends with leaving", "pledge_renewal");
        says("the room that only the tests have", "visit", "sight");
        says("the leaving itself", "withdrawal", "handing_over", "release_request");
        says("it joined or was asked about that, once", "adhesion", "adhesion_link", "consent", "consent_asked",
                "joining_link", "membership_change", "newcomer_orientation_guest", "newcomer_seat_asked");
        says("it is a side, spoke or decided, and nobody is that for it: its part ends with PartnerLeft", "dispute.leaver", "dispute_party",
                "dispute_word", "dispute_vote");
        says("listed before it was agreed; who leaves is left out when it is (TalksService.end)", "dispute_action");
    }

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private List<Holdings> rooms;

    private static void says(String why, String... tables) {
        for (String table : tables) {
            HISTORY.put(table, why);
        }
    }

    @Test
    void each_column_that_names_who_is_responsible_passes_on_or_is_history_for_a_reason() {
        Set<String> named = named();
        Set<String> held = new TreeSet<>();
        rooms.forEach(room -> held.addAll(room.columns()));
        assertThat(named).as("what a room hands on is a column that there is").containsAll(held);
        Set<String> undecided = new TreeSet<>(named);
        undecided.removeAll(held);
        undecided.removeIf(column -> HISTORY.containsKey(column) || HISTORY.containsKey(column.substring(0, column.indexOf('.'))));
        assertThat(undecided).as("Say in Holdings of its room who gets it when its organisation leaves, or here why nobody does").isEmpty();
        Set<String> lies = new TreeSet<>(HISTORY.keySet());
        named.forEach(column -> {
            lies.remove(column);
            lies.remove(column.substring(0, column.indexOf('.')));
        });
        assertThat(lies).as("of these no column is left").isEmpty();
    }

    /** Those called organisation, and those that are kept to the registry by a foreign key. */
    private Set<String> named() {
        Set<String> named = new TreeSet<>();
        jdbc.sql("""
                select lower(c.table_name), lower(c.column_name) from information_schema.columns c
                join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                where lower(c.table_schema) = 'public' and t.table_type = 'BASE TABLE' and lower(c.column_name) = 'organisation'
                union
                select lower(k.table_name), lower(k.column_name) from information_schema.key_column_usage k
                join information_schema.referential_constraints r on r.constraint_schema = k.constraint_schema
                     and r.constraint_name = k.constraint_name
                join information_schema.key_column_usage o on o.constraint_schema = r.unique_constraint_schema
                     and o.constraint_name = r.unique_constraint_name and o.ordinal_position = k.ordinal_position
                where lower(o.table_name) = 'organisation' and lower(o.column_name) = 'code'""")
                .query(row -> {
                    named.add(row.getString(1) + "." + row.getString(2));
                });
        return named;
    }
}
