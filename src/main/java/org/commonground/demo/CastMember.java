package org.commonground.demo;

import java.util.List;

/**
 * An organisation of the demo, with one person in each of its roles: the expert of {@code Fao} is {@code faoExpert}.
 *
 * @param country its two letters
 * @param roles the first one's person is the focal point
 * @param people their names, in the order of the roles
 * @param focalPoint user id of the focal point where it is another one
 * @param zone its time zone, where its country has several
 */
record CastMember(String code, String name, String kind, String country, String level, List<String> areas, List<String> roles,
                  List<String> people, String focalPoint, String zone) {
}
