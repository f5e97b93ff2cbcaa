package org.commonground.engine;

import java.util.Collection;

/** How people and groups are called in a sentence. Who knows them is told by those who write to them. */
public interface Names {

    /** The name that goes with a user id. */
    String person(String user);

    /** Who is in one of these groups: {@code people of FAO}, {@code the coordinator}. */
    String people(Collection<String> groups);
}
