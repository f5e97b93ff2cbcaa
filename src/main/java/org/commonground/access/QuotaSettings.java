package org.commonground.access;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much is answered a minute.
 *
 * @param address to one address from which nobody is logged in
 * @param tries   to one address, of what opens a door: the log-in, the sign-on, the links to accounts
 * @param person  to one person who is logged in, from wherever
 */
@ConfigurationProperties("commonground.quota")
record QuotaSettings(int address, int tries, int person) {
}
