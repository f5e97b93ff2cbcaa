/** What the reckoning's boxes do: each one line into the room. */
package org.commonground.reckoning.process;
