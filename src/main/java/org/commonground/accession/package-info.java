/**
 * The room in which somebody new is proposed, looked for and consented to, by the rule that held when it was proposed. How it then comes in
 * is the room {@code adhesion}'s.
 */
package org.commonground.accession;
