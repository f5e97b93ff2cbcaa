package org.commonground.candidate;

import static java.util.stream.Collectors.toMap;
import static org.commonground.foundation.Words.between;
import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.commonground.foundation.Refusal;

/**
 * What an organisation states before it becomes a partner.
 *
 * @param capacityWanted     what it needs to build
 * @param convenersFit       how well it finds that the profiles of the conveners, or of the partners it would join, fit its own, 1 to 5;
 *                           null where it saw none
 * @param convenersFitReason why, null exactly where there is no rating
 */
public record Profile(Map<Dimension, Statement> statements, String expectsOfOthers, String capacityWanted, Integer convenersFit,
        String convenersFitReason) {

    public Profile {
        for (Dimension dimension : Dimension.values()) {
            Refusal.unless(statements.containsKey(dimension), "Please say something about “%s”.".formatted(dimension.label()));
        }
        expectsOfOthers = said(expectsOfOthers, "Please say what you expect of the others.");
        capacityWanted = said(capacityWanted, "Please say what capacity you need to build; “none” is an answer.");
        convenersFitReason = maybe(convenersFitReason);
        if (convenersFit != null) {
            between(convenersFit, 1, 5, "Please rate from 1 (not at all) to 5 (very well) how the profiles that you were shown fit yours.");
            said(convenersFitReason, "Please say in a sentence why these profiles fit yours so well or badly.");
        }
        Refusal.unless(convenersFit != null || convenersFitReason == null,
                "Please also rate how well the profiles that you were shown fit yours.");
    }

    public Profile(List<Statement> statements, String expectsOfOthers, String capacityWanted, Integer convenersFit,
            String convenersFitReason) {
        this(statements.stream().collect(toMap(Statement::dimension, Function.identity(), (one, same) -> same,
                () -> new EnumMap<>(Dimension.class))),
                expectsOfOthers, capacityWanted, convenersFit, convenersFitReason);
    }

    public Statement on(Dimension dimension) {
        return statements.get(dimension);
    }
}
