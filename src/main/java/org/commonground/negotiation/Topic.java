package org.commonground.negotiation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.commonground.foundation.Keyed;
import org.commonground.foundation.Refusal;

/**
 * What partners agree on. No agreement without the first sixteen, which are numbered in it ({@link #founding()}); the rest stands in an
 * agreement from elsewhere, such as the aims, and is negotiated when it changes.
 */
public enum Topic implements Keyed {
    DECISION_POWER("decisionPower", "Decision power", "Who decides what, and how do we decide together?",
            "Every partner has one vote, whatever its size. What concerns one partner alone it decides alone; everything else"
                    + " the partners decide together, by the rule stated here."),
    GOVERNANCE_STRUCTURE("governanceStructure", "Governance structure",
            "Which bodies lead the partnership, who sits in them, and how often do they meet?",
            "A steering committee in which every partner has a seat leads the partnership. Its chair rotates each year. "
                    + "Minutes reach all partners within two weeks."),
    ROLES_AND_RESPONSIBILITIES("rolesAndResponsibilities", "Roles and responsibilities", "Who is responsible for which part of the work?",
            "Each partner is responsible for its part of the agenda of action. Whoever cannot do its part says so early, so "
                    + "that the others can help."),
    CONTRIBUTIONS("contributions", "Contributions", "What does each partner bring, and when?",
            "Each partner brings what is listed here, on the dates listed here. Knowledge, time and trust count as much as "
                    + "money."),
    ACCOUNTABILITY("accountability", "Management and accountability", "How do partners account to each other for work and money?",
            "Each partner reports to all others on its work and on the money it was given. Accounts are open to every partner"
                    + " on request."),
    MONITORING("monitoring", "Planning, monitoring and evaluation", "How do we plan, and how do we see whether it works?",
            "The partners plan together and review together what was achieved against the objectives, and how they work with "
                    + "each other."),
    COMMUNICATION("communication", "Communication and information sharing", "In which languages and by which ways do we inform each other?",
            "All partners receive the same information at the same time. Nobody speaks for the partnership in public without "
                    + "asking the others."),
    LEARNING("learning", "Systematising learning", "How do we turn experience into knowledge that others can use?",
            "The partners write down what worked and what did not, reflect on it together, and share the lessons beyond the "
                    + "partnership."),
    SHARED_VALUES("sharedValues", "Shared values", "Which values do we hold each other to?",
            "The partners treat each other as equals, speak openly, keep their word and respect that organisations differ."),
    CONSULTATION("consultation", "Consultation on the work and on the partnership",
            "How often do we talk about the work, and about how we work together?",
            "The partners consult regularly on the work and, separately, on the partnership itself. Each partner may call a "
                    + "talk at any time."),
    TRUST("trust", "Mutual trust and respect", "By what will we see that trust and respect grow?",
            "Trust and respect are reviewed like the work is, by the indicators listed here."),
    CONFLICT("conflict", "Resolving conflicts", "What do we do when we disagree?",
            "Conflicts are talked about early: first between those concerned, then with the secretariat, then with a mediator"
                    + " who is no partner, then in the steering committee. Nobody decides in its own case."),
    GROWING("growing", "Growing and strengthening together", "How do we strengthen each other, and how do we grow?",
            "The partners build the capacity each of them said it needs. New areas and new partners are welcome where the "
                    + "work can be adapted to them."),
    IMPACT("impact", "Monitoring the impact on each partner", "How do we see what the partnership does to each of us?",
            "At each review every partner says what the partnership changed in its own organisation, for better or worse, "
                    + "measured against what it expected."),
    PARTICIPATION("participation", "Involving participants", "How do those for whom we work take part in decisions and in the work?",
            "The target participants choose who speaks for them. They take part in planning, in the work and in every review."),
    DURATION("duration", "Duration, joining, leaving and closing",
            "How long does it last, how does one join or leave, and how does it end well?",
            "The partnership lasts as long as stated here. Whoever leaves gives notice and hands over its part. Towards the "
                    + "end the partners plan together what stays and who carries it on."),
    NAME("name", "Name of the partnership", "What is the partnership called?", ""),
    PURPOSE("purpose", "Purpose", "What is the partnership for?", ""),
    OBJECTIVES("objectives", "Objectives", "What shall be reached, and by what is it seen?",
            "The partners want to reach the following, and see it by these indicators."),
    PLACES("places", "Where and for whom", "In which areas is the work done, for whom, and how do they take part?",
            "The work is done in these areas, for these participants."),
    AGENDA("agenda", "Agenda of action", "Who does what, by when and with what?", "The work goes on with these steps."),
    ANNEX("annex", "Annex", "What do some of the partners agree on among themselves?", "");

    private static final List<Topic> FOUNDING = List.of(values()).subList(0, 16);

    private final String key;
    private final String label;
    private final String question;
    private final String suggestedWording;

    Topic(String key, String label, String question, String suggestedWording) {
        this.key = key;
        this.label = label;
        this.question = question;
        this.suggestedWording = suggestedWording;
    }

    /** The sixteen without which no partnership begins, in the order of the agreement. */
    public static List<Topic> founding() {
        return FOUNDING;
    }

    /** Whether it is one of the sixteen. */
    public boolean isFounding() {
        return FOUNDING.contains(this);
    }

    /** 1 to 16 as printed in the agreement; what stands elsewhere in it has a number from 17 on that is not printed. */
    public int number() {
        return ordinal() + 1;
    }

    @Override
    public String key() {
        return key;
    }

    /** As the agreement is headed. */
    @Override
    public String label() {
        return label;
    }

    /** What has to be settled. */
    public String question() {
        return question;
    }

    /** Words to begin with. */
    public String suggestedWording() {
        return suggestedWording;
    }

    /** "7. Communication and information sharing"; "Objectives". */
    public String inWords() {
        return isFounding() ? number() + ". " + label : label;
    }

    public static Topic of(String key) {
        return Keyed.of(Topic.class, key);
    }

    /** Those whose keys stand here with commas between them, in the order of the agreement; none where nothing stands here. */
    public static Set<Topic> set(String keys) {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        if (keys != null && !keys.isBlank()) {
            Arrays.stream(keys.split(",")).map(Topic::of).forEach(topics::add);
        }
        return topics;
    }

    public static Topic of(int number) {
        Refusal.unless(number >= 1 && number <= values().length, "There is no topic with the number " + number + ".");
        return values()[number - 1];
    }
}
