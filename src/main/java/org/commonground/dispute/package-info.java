/**
 * The room of disputes: members quarrel and climb a ladder, from a dialogue to a decision. What is said belongs to the sides and to those
 * who help them; all others learn that there is a dispute, on which rung it stands and until when.
 */
package org.commonground.dispute;
