/**
 * The agreement: the text that follows from what was negotiated, checked for completeness, signed by every party and sealed.
 * What is signed is the SHA-256 of one version's canonical text; a new version makes every signature of the older one void.
 */
package org.commonground.agreement;
