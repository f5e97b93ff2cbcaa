package org.commonground.notice;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.commonground.foundation.OrganisationId;

/**
 * Whom a notice is for: groups, people and bare addresses. Who is in a group is looked up when the mail leaves, so that
 * a notice finds those who are there by then.
 */
public record Audience(Set<String> groups, Set<String> people, Set<String> addresses) {

    private static final String GROUP = "group:";
    private static final String PERSON = "person:";
    private static final String ADDRESS = "address:";

    public Audience {
        groups = Set.copyOf(groups);
        people = Set.copyOf(people);
        addresses = Set.copyOf(addresses);
    }

    public static Audience group(String group) {
        return groups(Set.of(group));
    }

    public static Audience groups(Collection<String> groups) {
        return new Audience(Set.copyOf(groups), Set.of(), Set.of());
    }

    /** Everybody in the organisation. */
    public static Audience organisation(OrganisationId organisation) {
        return group(organisation.groupId());
    }

    public static Audience coordinator() {
        return group("coordinator");
    }

    public static Audience manager() {
        return group("manager");
    }

    /** @param user id of an account */
    public static Audience person(String user) {
        return new Audience(Set.of(), Set.of(user), Set.of());
    }

    /** Somebody who has no account, or none yet. */
    public static Audience address(String address) {
        return new Audience(Set.of(), Set.of(), Set.of(address.strip()));
    }

    public Audience and(Audience other) {
        return new Audience(both(groups, other.groups), both(people, other.people), both(addresses, other.addresses));
    }

    public boolean isEmpty() {
        return groups.isEmpty() && people.isEmpty() && addresses.isEmpty();
    }

    /** One word for each, as kept in the tables. */
    String written() {
        Set<String> words = new TreeSet<>();
        groups.forEach(group -> words.add(GROUP + group));
        people.forEach(person -> words.add(PERSON + person));
        addresses.forEach(address -> words.add(ADDRESS + address));
        return String.join("\n", words);
    }

    static Audience read(String written) {
        return new Audience(words(written, GROUP), words(written, PERSON), words(written, ADDRESS));
    }

    private static Set<String> words(String written, String kind) {
        return Arrays.stream(written.split("\n")).filter(word -> word.startsWith(kind)).map(word -> word.substring(kind.length()))
                .collect(Collectors.toSet());
    }

    private static Set<String> both(Set<String> these, Set<String> those) {
        Set<String> all = new TreeSet<>(these);
        all.addAll(those);
        return all;
    }
}
