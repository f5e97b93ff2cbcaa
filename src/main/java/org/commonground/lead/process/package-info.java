/** What the boxes about the lead do: each one line into the room. */
package org.commonground.lead.process;
