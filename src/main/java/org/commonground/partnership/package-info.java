/**
 * The room of the partnership itself and of the corridor: why organisations would work together, which roles that needs, who
 * is a member in which seat, who is connected with whom, and in which phase the case stands.
 */
package org.commonground.partnership;
