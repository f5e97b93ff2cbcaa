/** What the boxes of a parting do: each one line into the room. */
package org.commonground.parting.process;
