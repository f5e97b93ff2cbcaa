package org.commonground.amendment;

import java.util.Set;

import org.commonground.matter.MatterKind;
import org.commonground.partnership.Standing;
import org.springframework.stereotype.Component;

/** What any partner raises to change what was agreed. */
@Component
class AmendmentMatter implements MatterKind {

    @Override
    public String key() {
        return "amendment";
    }

    @Override
    public String label() {
        return "An amendment";
    }

    @Override
    public String choice() {
        return "An amendment: something that was agreed is changed, by agreement";
    }

    @Override
    public String consequence() {
        return "You write down what shall be different. Those whom it concerns negotiate and sign it; all others read it before it is"
                + " sealed.";
    }

    @Override
    public String room() {
        return "amendment";
    }

    @Override
    public boolean severalAtOnce() {
        return true;
    }

    @Override
    public Set<Standing> raisedBy() {
        return Set.of(Standing.PARTNER);
    }

    @Override
    public String verb() {
        return "proposes";
    }

    @Override
    public String announced() {
        return "Proposed";
    }

    @Override
    public String next() {
        return "Who raised it now writes down what shall be different; then those whom it concerns are asked.";
    }
}
