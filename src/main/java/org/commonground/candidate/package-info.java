/**
 * The room of one candidate: it is invited, states its profile, is assessed, and its fit is rated. It is called for each organisation
 * that a search has nominated; what becomes of all of them together is decided in the selection.
 */
package org.commonground.candidate;
