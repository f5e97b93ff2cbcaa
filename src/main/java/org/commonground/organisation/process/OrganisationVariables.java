package org.commonground.organisation.process;

import org.commonground.engine.Variable;

/** The facts that gateways of the diagram ask. */
final class OrganisationVariables {

    static final Variable<Boolean> ORGANISATION_VERIFIED = Variable.flag("organisationVerified");
    static final Variable<Boolean> MORE_NEEDED = Variable.flag("moreNeeded");
    static final Variable<Boolean> MANAGER_ASKED = Variable.flag("managerAsked");
    static final Variable<Boolean> FLAG_LIFTED = Variable.flag("flagLifted");

    private OrganisationVariables() {
    }
}
