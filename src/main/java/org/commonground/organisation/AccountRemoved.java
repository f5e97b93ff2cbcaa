package org.commonground.organisation;

/** An administrator took somebody's account away. What the registry knows of the person stays. */
public record AccountRemoved(String user) {
}
