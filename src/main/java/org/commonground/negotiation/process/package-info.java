/** What the negotiation's boxes do: each one line into the room. */
package org.commonground.negotiation.process;
