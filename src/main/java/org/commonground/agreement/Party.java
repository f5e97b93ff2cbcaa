package org.commonground.agreement;

import java.util.List;

/**
 * An organisation named in an agreement.
 *
 * @param standing partner or ally, in words
 * @param seats    the roles it takes, in words
 * @param mustSign whether the agreement is sealed only with its signature; allies are named and do not sign
 */
public record Party(String name, String code, String country, String kind, String standing, List<String> seats, boolean mustSign) {
}
