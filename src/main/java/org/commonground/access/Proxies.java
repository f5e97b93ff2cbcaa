package org.commonground.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.util.StringUtils;

/**
 * Who is believed about where a request comes from: the proxies that a setting names, and nobody else. The server on its own believes
 * every private address, so every neighbour.
 */
record Proxies(List<String> addresses) {

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    /** @param setting addresses and nets such as {@code 10.0.0.0/8}, with commas between them; blank when there is no proxy */
    static Proxies named(String setting) {
        return new Proxies(StringUtils.commaDelimitedListToSet(setting).stream().map(String::strip).filter(one -> !one.isEmpty()).toList());
    }

    /** What puts the client's address in the place of the proxy's; empty when nobody is believed. */
    Optional<RemoteIpValve> valve() {
        if (addresses.isEmpty()) {
            return Optional.empty();
        }
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(pattern());
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setAsyncSupported(true);
        return Optional.of(valve);
    }

    /** The server takes a pattern of addresses as it writes them. */
    String pattern() {
        return addresses.stream().map(Proxies::pattern).collect(Collectors.joining("|"));
    }

    private static String pattern(String named) {
        String[] parts = named.split("/", -1);
        try {
            if (parts.length > 2 || !ADDRESS.matcher(parts[0]).matches()) {
                throw new UnknownHostException(named);
            }
            byte[] address = InetAddress.getByName(parts[0]).getAddress();
            int fixed = parts.length == 2 ? Integer.parseInt(parts[1]) : address.length * 8;
            if (fixed < 0 || fixed > address.length * 8) {
                throw new UnknownHostException(named);
            }
            return address.length == 4 ? groups(address, 1, fixed, 10, "\\.") : groups(address, 2, fixed, 16, ":");
        } catch (UnknownHostException | NumberFormatException unreadable) {
            throw new IllegalArgumentException("commonground.proxies names “" + named + "”, which is no address and no net. "
                    + "Please write it like 10.0.0.7 or 10.0.0.0/8.", unreadable);
        }
    }

    private static String groups(byte[] address, int bytes, int fixed, int radix, String between) {
        List<String> groups = new ArrayList<>();
        int bits = bytes * 8;
        for (int at = 0; at < address.length; at += bytes) {
            int value = bytes == 1 ? address[at] & 0xff : (address[at] & 0xff) << 8 | address[at + 1] & 0xff;
            int free = bits - Math.max(0, Math.min(bits, fixed - at * 8));
            int first = value >> free << free;
            groups.add(free == bits ? "[0-9a-f]+" : IntStream.range(first, first + (1 << free))
                    .mapToObj(number -> Integer.toString(number, radix)).collect(Collectors.joining("|", "(?:", ")")));
        }
        return String.join(between, groups);
    }
}
