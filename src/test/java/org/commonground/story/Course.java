package org.commonground.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.commonground.foundation.Role;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;

import static org.commonground.stage.Stage.with;
import static org.commonground.story.Answers.aims;
import static org.commonground.story.Answers.assessment;
import static org.commonground.story.Answers.candidateProfile;
import static org.commonground.story.Answers.commonGround;
import static org.commonground.story.Answers.endorsement;
import static org.commonground.story.Answers.expectations;
import static org.commonground.story.Answers.nominee;
import static org.commonground.story.Answers.picked;
import static org.commonground.story.Answers.positions;
import static org.commonground.story.Answers.profile;
import static org.commonground.story.Answers.proposal;
import static org.commonground.story.Answers.released;
import static org.commonground.story.Answers.sharedVision;
import static org.commonground.story.Answers.signature;
import static org.commonground.story.Answers.topics;
import static org.commonground.story.Answers.vision;

/** How a partnership goes where nothing special happens: everybody does what they are asked for, and agrees. */
public final class Course {

    private final Cast cast;
    private final Actor coordinator;

    public Course(Cast cast) {
        this.cast = cast;
        this.coordinator = cast.coordinator();
    }

    /** From the proposal to chosen partners, each in the role it is given here; the first one proposes and leads. Returns the case. */
    public String choosesPartners(String title, Map<String, Role> partners) {
        List<String> codes = List.copyOf(partners.keySet());
        Actor lead = cast.actor(codes.get(0));
        String number = lead.starts("partnership", proposal(title));
        lead.completes("Clarify aims", number, aims(cast.code(codes.get(0)), "Guntur", true));
        lead.completes("State own profile", number, profile(codes.get(0), 4));
        coordinator.completes("Nominate candidates", number, with("candidates",
                partners.entrySet().stream().map(one -> nominee(cast.code(one.getKey()), List.of(one.getValue().key()))).toList()));
        for (String code : codes.subList(1, codes.size())) {
            cast.actor(code).completes("Answer invitation", number, with("answer", "accept"));
            cast.actor(code).completes("State profile", number, candidateProfile(code, 4));
        }
        codes.forEach(code -> coordinator.completesFor(cast.code(code), "Assess candidate", number, assessment(4)));
        coordinator.completes("Find common ground", number, commonGround());
        selectsAll(number);
        coordinator.completes("Draw partnership web", number, with("links", List.of(Map.of("one", cast.code(codes.get(0)),
                "other", cast.code(codes.get(1)), "level", "local", "about", "Everything that matters"))));
        return number;
    }

    /** Whoever is asked for its part of the period that ends, beside the implementers, says it. */
    public void sayTheirParts(String number, List<String> codes) {
        codes.stream().map(cast::actor).forEach(one -> one.sees(number).stream().filter(Answers.PARTS::contains)
                .forEach(label -> one.completes(label, number, Answers.part(label, one.opens(label, number)))));
    }

    /** From a search beside a partnership under way to those who are chosen in it: each is asked for the role that is given here. */
    public void findsNewcomers(String number, Map<String, Role> newcomers) {
        coordinator.completes("Nominate candidates", number, with("candidates", newcomers.entrySet().stream()
                .map(one -> nominee(cast.code(one.getKey()), List.of(one.getValue().key()))).toList()));
        for (String code : newcomers.keySet()) {
            Actor newcomer = cast.actor(code);
            newcomer.completes("Answer invitation", number, with("answer", "accept"));
            newcomer.completes("State profile", number, Boolean.TRUE.equals(newcomer.opens("State profile", number).get("convenersShown"))
                    ? candidateProfile(code, 4) : profile(code, 4));
            coordinator.completesFor(cast.code(code), "Assess candidate", number, assessment(4));
        }
        coordinator.completes("Find common ground", number, commonGround());
        List<Map<String, Object>> decisions = new ArrayList<>();
        for (Object row : (List<?>) coordinator.opens("Select partners", number).get("decisions")) {
            decisions.add(Map.of("organisation", ((Map<?, ?>) row).get("organisation"), "decision", "include", "reason", "It fits."));
        }
        coordinator.completes("Select partners", number, with("outcome", "choose", "decisions", decisions, "waivers", List.of()));
    }

    /** These partners consent to all who would join, and can meet what they expect. */
    public void consent(String number, List<String> codes) {
        for (String code : codes) {
            Actor partner = cast.actor(code);
            partner.completes("Give consent", number, Answers.consent(partner.opens("Give consent", number), "yes", ""));
        }
    }

    /** Includes every candidate that is there, and says of each needed role that nobody was asked for why it goes on without. */
    public void selectsAll(String number) {
        Map<String, Object> shown = coordinator.opens("Select partners", number);
        List<Map<String, Object>> decisions = new ArrayList<>();
        for (Object row : (List<?>) shown.get("decisions")) {
            decisions.add(Map.of("organisation", ((Map<?, ?>) row).get("organisation"), "decision", "include", "reason", "It fits."));
        }
        List<Map<String, Object>> waivers = new ArrayList<>();
        for (Object need : (List<?>) shown.get("needs")) {
            Map<?, ?> role = (Map<?, ?>) need;
            if ("nobody".equals(role.get("candidates"))) {
                waivers.add(Map.of("role", picked(shown, "openRoles", (String) role.get("name")).get(0),
                        "reason", "The partners share this among themselves in the first season."));
            }
        }
        coordinator.completes("Select partners", number, with("outcome", "choose", "decisions", decisions, "waivers", waivers));
    }

    /** Everybody's vision becomes one that all endorse, and the topics get their first wordings. */
    public void findsVision(String number, List<String> codes) {
        for (String code : codes) {
            Actor partner = cast.actor(code);
            partner.completes("Share vision", number, vision(code));
            partner.completes("Answer expectations", number, expectations(partner.opens("Answer expectations", number)));
        }
        coordinator.completes("Draft shared vision", number, sharedVision(cast.code(codes.get(0))));
        for (String code : codes) {
            Actor partner = cast.actor(code);
            partner.completes("Endorse vision", number, endorsement(partner.opens("Endorse vision", number)));
        }
        coordinator.completes("Draft topics", number, topics(coordinator.opens("Draft topics", number)));
    }

    /** These partners accept whatever is open. */
    public void accept(String number, List<String> codes) {
        for (String code : codes) {
            Actor partner = cast.actor(code);
            partner.completes("State positions", number, positions(partner.opens("State positions", number), "accept"));
        }
    }

    /** These partners have read what the others said and do not need the rest of the time. */
    public void areReady(String number, List<String> codes) {
        codes.forEach(code -> cast.actor(code).completes("Read the positions", number, Answers.ready()));
    }

    /** One round in which all accept. */
    public void agrees(String number, List<String> codes) {
        accept(number, codes);
        areReady(number, codes);
    }

    public void isReleased(String number) {
        coordinator.completes("Check agreement", number, released(coordinator.opens("Check agreement", number)));
    }

    public void sign(String number, List<String> codes) {
        for (String code : codes) {
            Actor partner = cast.actor(code);
            partner.completes("Sign agreement", number, signature(partner.opens("Sign agreement", number)));
        }
    }

    /** From chosen partners to the sealed agreement. */
    public void reachesAgreement(String number, List<String> codes) {
        findsVision(number, codes);
        agrees(number, codes);
        isReleased(number);
        sign(number, codes);
    }

    /**
     * From the proposal to the first plans, each in the first of its roles: all are oriented, and one hosts the secretariat that another
     * one pays. Returns the case.
     */
    public String worksTogether(String title, List<String> codes, String host, String payer, LocalDate today) {
        String number = choosesPartners(title, cast.roles(codes.toArray(String[]::new)));
        reachesAgreement(number, codes);
        coordinator.completes("Orient partners", number, Answers.orientation(today, codes.stream().map(cast::code).toArray(String[]::new)));
        coordinator.completes("Set up secretariat", number, Answers.secretariat(cast, host, payer));
        return number;
    }

    /** This partner's seat brings what the agreement says, with the form of its role. */
    public void commits(String number, String code, String label) {
        Actor partner = cast.actor(code);
        partner.completes(label, number, Answers.asAgreed(label, partner.opens(label, number)));
    }

    /** One review, from the first rating to the way that all choose; the first two partners are at the talk. */
    public void review(String number, List<String> codes, String way, LocalDate today) {
        for (String code : codes) {
            Actor partner = cast.actor(code);
            if (partner.sees(number).contains("Verify actions")) {
                partner.completes("Verify actions", number, Answers.seen(partner.opens("Verify actions", number), true));
            }
            partner.completes("Rate partnership", number, Answers.ratings(partner.opens("Rate partnership", number), 4));
            partner.completes("State impact", number, Answers.impact(partner.opens("State impact", number), code, 3));
        }
        coordinator.completes("Discuss differences", number, Answers.talk(coordinator.opens("Discuss differences", number), today,
                cast.code(codes.get(0)), cast.code(codes.get(1))));
        codes.forEach(code -> cast.actor(code).completes("Decide way forward", number, Answers.wayForward(way)));
    }

    /** Everybody in the same role. */
    public static Map<String, Role> all(Role role, List<String> codes) {
        Map<String, Role> roles = new LinkedHashMap<>();
        codes.forEach(code -> roles.put(code, role));
        return roles;
    }
}
