package org.commonground.organisation;

import java.util.Arrays;

import org.commonground.foundation.Refusal;

/** What kind of organisation it is. */
public enum OrganisationKind {
    MINISTRY("ministry", "Ministry"),
    DEPARTMENT("department", "State or local department"),
    DONOR("donor", "Donor"),
    BANK("bank", "Bank"),
    BUYER("buyer", "Buyer or retailer"),
    RESEARCH_INSTITUTE("researchInstitute", "Research institute"),
    UNIVERSITY("university", "University"),
    NGO("ngo", "NGO"),
    PRODUCER_ASSOCIATION("producerAssociation", "Producer association"),
    COOPERATIVE("cooperative", "Cooperative"),
    COMMUNITY_GROUP("communityGroup", "Community group"),
    COMPANY("company", "Company"),
    UN_AGENCY("unAgency", "UN agency"),
    OTHER("other", "Other");

    private final String key;
    private final String label;

    OrganisationKind(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** As written in forms and tables. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public static OrganisationKind of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst()
                .orElseThrow(() -> new Refusal("There is no kind of organisation called “" + key + "”."));
    }
}
