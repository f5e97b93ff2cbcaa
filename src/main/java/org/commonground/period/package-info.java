/** The room of the periods: implementers plan each of them, clashes and gaps are settled, and what was reached is reported. */
package org.commonground.period;
