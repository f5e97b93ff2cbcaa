/**
 * The room of the lead: who is named is asked before it leads, and may decline; then another is named. It begins after the aims, again
 * where who led is gone, and by a matter where the lead shall be passed on.
 */
package org.commonground.lead;
