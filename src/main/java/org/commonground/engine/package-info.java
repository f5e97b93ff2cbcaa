/**
 * The only clever code: what makes Camunda keep the promises of the house. Forms without variables, the guard behind
 * every door, facts as messages, deployment room by room.
 */
package org.commonground.engine;
