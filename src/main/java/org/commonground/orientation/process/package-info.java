/** What the boxes of the orientation diagram do: each one line into the room. */
package org.commonground.orientation.process;
