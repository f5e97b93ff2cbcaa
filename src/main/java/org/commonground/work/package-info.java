/**
 * The room of the work itself, while the agreement is in force: it calls the rooms of the joint work, breaks them off and takes them up
 * again, and hears what is raised meanwhile. Here is what those rooms share: the agreement as the work goes by it, and alerts.
 */
package org.commonground.work;
