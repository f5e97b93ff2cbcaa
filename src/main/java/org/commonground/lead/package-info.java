/**
 * The room of the lead: who is named is asked before it leads, and may decline; then another is named. It begins after the aims, and
 * again where who led is gone before the agreement is in force.
 */
package org.commonground.lead;
