/** What the corridor's boxes do: each one line into the room. */
package org.commonground.partnership.process;
