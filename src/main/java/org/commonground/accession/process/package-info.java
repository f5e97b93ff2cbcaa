/** What the boxes of an accession do: each one line into the room. */
package org.commonground.accession.process;
