package org.commonground.notice;

import java.util.Collection;
import java.util.stream.Collectors;

import org.commonground.engine.Names;
import org.commonground.foundation.NotFound;
import org.springframework.stereotype.Component;

/** Names for sentences, as the address book knows them. */
@Component
class SpokenNames implements Names {

    private static final String PARTNER = "partner";

    private final AddressBook addresses;

    SpokenNames(AddressBook addresses) {
        this.addresses = addresses;
    }

    @Override
    public String person(String user) {
        return addresses.nameOf(Audience.person(user));
    }

    @Override
    public String people(Collection<String> groups) {
        return groups.stream().map(this::people).distinct().sorted().collect(Collectors.joining(" or "));
    }

    private String people(String group) {
        if (group.equals(PARTNER)) {
            return "people of partner organisations";
        }
        String name = nameOf(group);
        return name.startsWith("the ") ? name : "people of " + name;
    }

    /** The group of an organisation that nobody has registered is called as it is written. */
    private String nameOf(String group) {
        try {
            return addresses.nameOf(Audience.group(group));
        } catch (NotFound unknown) {
            return group;
        }
    }
}
