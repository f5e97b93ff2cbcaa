/** What the candidate's boxes do: each one line into the room. */
package org.commonground.candidate.process;
