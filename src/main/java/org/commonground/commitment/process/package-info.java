/** What the boxes of the commitment diagram do: each one line into the room. */
package org.commonground.commitment.process;
