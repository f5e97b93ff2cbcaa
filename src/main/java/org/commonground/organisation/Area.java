package org.commonground.organisation;

import org.commonground.foundation.Level;

/**
 * A named place.
 *
 * @param parent code of the larger place it lies in, or null
 */
public record Area(String code, String name, Level level, String parent) {
}
