/** How the platform's webapps look and speak in this house, and the pages of our own beside them. */
package org.commonground.webapp;
