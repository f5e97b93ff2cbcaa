/**
 * The room of moving on: which way a partnership takes, what was promised and kept, what was learned, what is handed over, and
 * what became of it half a year later.
 */
package org.commonground.closure;
