package org.commonground.visit;

/** What somebody saw. */
record Sight(String name, String words) {
}
