/** What the boxes of a dispute do: each one line into the room. */
package org.commonground.dispute.process;
