/**
 * The registry of organisations: who they are, whether their registration was verified, who belongs to them, who may
 * sign, and which flags are raised against them.
 */
package org.commonground.organisation;
