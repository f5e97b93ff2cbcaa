/** What the boxes of the reading diagram do: each one line into the room. */
package org.commonground.reading.process;
