package org.commonground.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

import org.springframework.stereotype.Component;

/**
 * Slows whoever guesses passwords, at every door that takes one. Counted by name and address together and by address alone, never by
 * name alone: from the own place the owner of a name always gets in, however many guess at it from elsewhere.
 */
@Component
class Guessing {

    /** One person who mistypes. */
    private final Patience person;
    /** One connection that tries many names; a whole office may stand behind it. */
    private final Patience connection;
    /** How often a name was tried in vain from anywhere: under attack, an address has one try before it waits. */
    private final Patience name;
    private final Patience strict;

    Guessing(Clock clock) {
        this.person = new Patience(5, clock);
        this.connection = new Patience(50, clock);
        this.name = new Patience(30, clock);
        this.strict = new Patience(1, clock);
    }

    /** How long this address has to wait before it may try this name; zero when it may now. */
    Duration wait(String user, String address) {
        Duration own = longer(person.wait(pair(user, address)), connection.wait(address));
        return name.isLosing(name(user)) ? longer(own, strict.wait(pair(user, address))) : own;
    }

    void failed(String user, String address) {
        person.failed(pair(user, address));
        strict.failed(pair(user, address));
        connection.failed(address);
        name.failed(name(user));
    }

    void succeeded(String user, String address) {
        person.succeeded(pair(user, address));
        strict.succeeded(pair(user, address));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String pair(String user, String address) {
        return address + " " + name(user);
    }

    private static String name(String user) {
        return user.substring(0, Math.min(user.length(), 64)).toLowerCase(Locale.ROOT);
    }
}
