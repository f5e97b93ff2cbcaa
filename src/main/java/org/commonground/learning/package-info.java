/** What members of partnerships learned, in one place: who told it, how far it may go, and who finds it. */
package org.commonground.learning;
