package org.commonground.organisation;

import org.commonground.foundation.Keyed;

/** What kind of organisation it is. */
public enum OrganisationKind implements Keyed {
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

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    public static OrganisationKind of(String key) {
        return Keyed.of(OrganisationKind.class, key);
    }
}
