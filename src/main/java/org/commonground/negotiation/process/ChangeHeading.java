package org.commonground.negotiation.process;

import java.util.Optional;

import org.commonground.engine.PartOfCase;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.springframework.stereotype.Component;

/** The forms in which a change is negotiated, read and signed say which one it is. */
@Component
class ChangeHeading implements PartOfCase {

    private final NegotiationService negotiations;

    ChangeHeading(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public Optional<Part> of(StepContext context) {
        return Optional.ofNullable(context.get(NegotiationVariables.NEGOTIATION)).map(NegotiationId::of).map(negotiations::card)
                .filter(card -> !card.isFounding()).map(card -> new Part(card.suffix(),
                        (card.isMembership() ? "Joining " : "Amendment ") + card.suffix()));
    }
}
