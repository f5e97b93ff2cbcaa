package org.commonground.amendment;

import java.util.Set;

import org.commonground.partnership.Standing;
import org.springframework.stereotype.Component;

/** What a review decided to agree anew; nobody raises it else. */
@Component
class RenegotiationMatter implements ChangeOfAgreement {

    @Override
    public String key() {
        return "renegotiation";
    }

    @Override
    public String label() {
        return "A renegotiation";
    }

    @Override
    public String choice() {
        return "A renegotiation: topics that a review named are agreed anew";
    }

    @Override
    public String consequence() {
        return "The topics that the partners named are agreed anew. Those whom they concern negotiate and sign.";
    }

    @Override
    public Set<Standing> raisedBy() {
        return Set.of();
    }

    @Override
    public String next() {
        return "The lead organisation now writes down what shall be different; then those whom it concerns are asked.";
    }
}
