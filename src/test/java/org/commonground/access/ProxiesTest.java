package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is believed about where a visitor comes from. */
class ProxiesTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.7, 10.0.0.7, true",
        "10.0.0.7, 10.0.0.70, false",
        "10.0.0.7, 10a0b0c7, false",
        "10.0.0.0/8, 10.255.1.9, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "172.16.0.0/12, 172.31.255.255, true",
        "172.16.0.0/12, 172.32.0.1, false",
        "172.17.4.9/12, 172.16.0.1, true",
        "0.0.0.0/0, 203.0.113.9, true",
        "::1, 0:0:0:0:0:0:0:1, true",
        "::1, 0:0:0:0:0:0:0:2, false",
        "fd00::/8, fdff:1:2:3:4:5:6:7, true",
        "fd00::/8, fe80:0:0:0:0:0:0:1, false",
    })
    void an_address_or_a_net_names_who_is_in_it(String named, String address, boolean believed) {
        assertThat(address.matches(Proxies.named(named).pattern())).isEqualTo(believed);
    }

    @Test
    void several_are_named_with_commas() {
        assertThat("10.0.0.7").matches(Proxies.named(" 192.168.1.1 , 10.0.0.0/24,").pattern());
        assertThat(Proxies.named(" ").valve()).isEmpty();
        assertThat(Proxies.named("127.0.0.1").valve()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0", "10.0.0.0/33", "10.0.0.0/8/9", "10.0.0.0/", "10.0.0.999", "*", "fd00::/-1"})
    void what_is_no_address_stops_the_start(String named) {
        assertThatThrownBy(() -> Proxies.named(named).pattern())
                .hasMessage("commonground.proxies names “" + named
                        + "”, which is no address and no net. Please write it like 10.0.0.7 or 10.0.0.0/8.");
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:ffff::1, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "203.0.113.7, 203.0.113.8, false",
        "::ffff:203.0.113.7, 203.0.113.7, true",
    })
    void neighbours_in_one_net_of_the_new_kind_count_as_one(String one, String other, boolean same) {
        assertThat(Household.of(one).equals(Household.of(other))).isEqualTo(same);
    }
}
