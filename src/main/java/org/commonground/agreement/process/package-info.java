/** What the agreement's boxes do: each one line into the room. */
package org.commonground.agreement.process;
