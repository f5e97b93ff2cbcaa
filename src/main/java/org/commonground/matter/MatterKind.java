package org.commonground.matter;

import java.util.Optional;
import java.util.Set;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.Course;
import org.commonground.partnership.Standing;

/**
 * A kind of matter, brought by the room that takes it up: one bean for each. Whatever is special about a kind is said here, and
 * nobody else asks which kind it is.
 */
public interface MatterKind {

    /** As written in forms and tables; never changed. */
    String key();

    /** What it is, as a heading: "A pause of the work". */
    String label();

    /** The line by which it is chosen: its label, and in a few words what it means. */
    String choice();

    /** What happens when it is carried out, in a sentence or two. */
    String consequence();

    /** The same of one matter, where it says more: of whom, or of what. */
    default String consequence(MatterCard matter) {
        return consequence();
    }

    /**
     * The process that takes it up. It is handed the case and the matter, and settles the matter unless {@link #settledOnArrival()} does.
     */
    String room();

    /** When it can be raised. */
    default Set<Occasion> occasions() {
        return Set.of(Occasion.IN_FORCE);
    }

    /** Which members may raise it; none where only the partnership itself does, by what its partners decided or agreed. */
    default Set<Standing> raisedBy() {
        return Set.of(Standing.PARTNER);
    }

    /** Whether one may be raised while another of this kind is not settled yet. */
    default boolean severalAtOnce() {
        return false;
    }

    /** Why it makes no sense now, to raise it or to carry it out, as a sentence; empty when it does. */
    default Optional<String> objection(Course course) {
        return Optional.empty();
    }

    /** Why this very member cannot raise it now though others could, as a sentence; empty when it can. */
    default Optional<String> objection(PartnershipId partnership, OrganisationId raiser) {
        return Optional.empty();
    }

    /** Whether somebody else can carry it on when who raised it leaves. */
    default boolean canBePassedOn() {
        return true;
    }

    /** Whether this member reads why it was raised. */
    default boolean maySeeWhy(MatterCard matter, OrganisationId member) {
        return true;
    }

    /**
     * Whether it is of some members alone: the others learn that it exists and how it stands, and not who raised it, why, or whom it
     * concerns. Then its room tells of it; nobody is told when it arrives.
     */
    default boolean isConfidential() {
        return false;
    }

    /** How it stands, as all members read it in a few words. */
    default String standing(MatterCard matter) {
        return label();
    }

    /** What came of it as soon as its room has begun; empty where the room itself settles it. */
    default Optional<String> settledOnArrival() {
        return Optional.empty();
    }

    /** How members hear of it: who raised it "calls for" it. */
    default String verb() {
        return "calls for";
    }

    /** The same as a heading. */
    default String announced() {
        return "Called for";
    }

    /** What all members read happens next. */
    String next();

    /**
     * What keeps the partnership from being closed while the matter is open.
     *
     * @param raiser name of the organisation that raised it
     */
    default String openAtTheEnd(MatterCard matter, String raiser) {
        return "“%s”, raised by %s, has to be settled.".formatted(label(), raiser);
    }

    /** The label inside a sentence. */
    default String inWords() {
        return Character.toLowerCase(label().charAt(0)) + label().substring(1);
    }
}
