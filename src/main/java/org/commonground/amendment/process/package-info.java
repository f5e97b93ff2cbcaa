/** What the amendment's boxes do: each one line into the room. */
package org.commonground.amendment.process;
