package org.commonground.candidate.process;

import org.commonground.engine.Variable;

/** The fact that the candidate's gateways ask and that no table keeps. */
final class CandidateVariables {

    static final Variable<Boolean> FIT_CLEAR = Variable.flag("fitClear").ofParty();

    private CandidateVariables() {
    }
}
