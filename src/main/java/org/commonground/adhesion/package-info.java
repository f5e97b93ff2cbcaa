/**
 * The room in which a newcomer comes in, once the partners have consented: it signs the agreement as it is, or confirms where nothing is
 * signed yet; then it is shown the work and says what it brings.
 */
package org.commonground.adhesion;
