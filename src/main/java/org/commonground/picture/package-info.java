/** Pictures as SVG, each beside an equal table for those who read. */
package org.commonground.picture;
