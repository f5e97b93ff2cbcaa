/** What the closure's boxes do: each one line into the room. */
package org.commonground.closure.process;
