package org.commonground.amendment;

import java.util.Set;

import org.commonground.partnership.Standing;
import org.springframework.stereotype.Component;

/** What the partners agreed to propose before their term ends; the machine raises it. */
@Component
class RenewalMatter implements ChangeOfAgreement {

    @Override
    public String key() {
        return "renewal";
    }

    @Override
    public String label() {
        return "A renewal";
    }

    @Override
    public String choice() {
        return "A renewal: the partnership lasts longer than agreed";
    }

    @Override
    public String consequence() {
        return "The partners agree how long the partnership goes on. All of them sign.";
    }

    @Override
    public Set<Standing> raisedBy() {
        return Set.of();
    }

    @Override
    public String next() {
        return "The lead organisation now proposes how long it goes on; then all partners are asked.";
    }
}
