package org.commonground.notice;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.commonground.foundation.OrganisationId;

/**
 * Whom a notice is for. Who is in a group, and where people get their mail, is looked up when the mail leaves: a notice finds those
 * who are there by then.
 */
public record Audience(Set<Entry> entries) {

    public Audience {
        entries = Set.copyOf(entries);
    }

    /** Everybody in a group such as {@code orgFaoExpert} or {@code coordinator}. */
    public static Audience group(String group) {
        return of(Kind.GROUP, group);
    }

    public static Audience groups(Collection<String> groups) {
        return new Audience(groups.stream().map(group -> new Entry(Kind.GROUP, group)).collect(Collectors.toSet()));
    }

    /** Everybody in these organisations. */
    public static Audience organisations(Collection<OrganisationId> organisations) {
        return groups(organisations.stream().map(OrganisationId::groupId).toList());
    }

    /** The members, and the coordinator who serves them. */
    public static Audience everybody(Collection<OrganisationId> members) {
        return organisations(members).and(coordinator());
    }

    /** Everybody in the organisation. */
    public static Audience organisation(OrganisationId organisation) {
        return group(organisation.groupId());
    }

    /** Those who answer for the organisation. */
    public static Audience focalPoints(OrganisationId organisation) {
        return of(Kind.FOCAL_POINTS, organisation.code());
    }

    public static Audience nobody() {
        return new Audience(Set.of());
    }

    public static Audience coordinator() {
        return group("coordinator");
    }

    public static Audience manager() {
        return group("manager");
    }

    /** @param user id of an account */
    public static Audience person(String user) {
        return of(Kind.PERSON, user);
    }

    /** Somebody who has no account, or none yet. */
    public static Audience address(String address) {
        return of(Kind.ADDRESS, address.strip().replaceAll("\\s+", " "));
    }

    private static Audience of(Kind kind, String name) {
        return new Audience(Set.of(new Entry(kind, name)));
    }

    public Audience and(Audience other) {
        Set<Entry> both = new TreeSet<>(entries);
        both.addAll(other.entries);
        return new Audience(both);
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The groups among those it is for. */
    public Set<String> groups() {
        return entries.stream().filter(entry -> entry.kind == Kind.GROUP).map(Entry::name).collect(Collectors.toSet());
    }

    /** One line for each, as kept in the tables. */
    String written() {
        return entries.stream().sorted().map(entry -> entry.kind + " " + entry.name).collect(Collectors.joining("\n"));
    }

    /** As {@code open_task.audience} and the outbox keep it. */
    public static Audience read(String written) {
        return new Audience(Arrays.stream(written.split("\n")).map(line -> line.split(" ", 2))
                .map(word -> new Entry(Kind.valueOf(word[0]), word[1])).collect(Collectors.toSet()));
    }

    enum Kind { GROUP, FOCAL_POINTS, PERSON, ADDRESS }

    record Entry(Kind kind, String name) implements Comparable<Entry> {

        @Override
        public int compareTo(Entry other) {
            return kind == other.kind ? name.compareTo(other.name) : kind.compareTo(other.kind);
        }
    }
}
