/** The room of the reports: when a period ends each seat says its part, and all read what was reached, met, advised, given and seen. */
package org.commonground.reporting;
