package org.commonground.engine;

import java.util.Set;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/** One step of one case, and who stands before it: what a sheet, an answer or a delegate may know of the engine. */
public interface StepContext {

    /** The case: a partnership's number or an organisation's code; null while a start form has not named it yet. */
    String businessKey();

    default PartnershipId partnership() {
        return new PartnershipId(businessKey());
    }

    /** User id of the person who opened or submitted the form; null for the machine. */
    String person();

    /** The person's groups, such as {@code orgFao}, {@code orgFaoExpert}, {@code coordinator}. */
    Set<String> groups();

    /** The organisation whose turn it is, where a step runs once per organisation. */
    default OrganisationId party() {
        return new OrganisationId(get(Variable.PARTY));
    }

    /** The value visible from this step, or null. */
    <T> T get(Variable<T> variable);

    /** Leaves a fact for the next gateway. Kept where the variable says it lives ({@link Variable#ofParty()}). */
    <T> void set(Variable<T> variable, T value);

    /** Names the case that a start form begins; only there, only once. */
    void nameCase(String businessKey);
}
