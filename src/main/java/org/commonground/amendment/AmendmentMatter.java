package org.commonground.amendment;

import org.springframework.stereotype.Component;

/** What any partner raises to change what was agreed. */
@Component
class AmendmentMatter implements ChangeOfAgreement {

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
        return "Those whom it concerns negotiate and sign it; all others read it before it is sealed. Until then everything stays as it"
                + " is.";
    }

    @Override
    public String next() {
        return "Who raised it now writes down what shall be different; then those whom it concerns are asked.";
    }
}
