/** Pictures as SVG, each with the same in words for those who read or hear: in a table beside it, or within it. */
package org.commonground.picture;
