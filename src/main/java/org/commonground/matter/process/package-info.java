/** What the boxes of a matter do: each one line into the room. */
package org.commonground.matter.process;
