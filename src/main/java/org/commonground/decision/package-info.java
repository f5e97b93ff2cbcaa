/** The room of decisions: all full partners decide on what one of them proposes, by the rule they agreed on. */
package org.commonground.decision;
