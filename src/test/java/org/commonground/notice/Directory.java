package org.commonground.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An address book that a test fills. */
class Directory implements AddressBook {

    private final Map<String, List<Recipient>> groups = new TreeMap<>();

    void put(String group, Recipient... people) {
        groups.put(group, List.of(people));
    }

    @Override
    public List<Recipient> peopleOf(Audience audience) {
        List<Recipient> people = new ArrayList<>();
        for (Audience.Entry entry : audience.entries()) {
            people.addAll(entry.kind() == Audience.Kind.ADDRESS ? List.of(new Recipient(null, entry.name()))
                    : groups.getOrDefault(entry.name(), List.of()));
        }
        return people;
    }

    @Override
    public String nameOf(Audience audience) {
        return audience.written();
    }
}
