/** The room in which the work begins: all partners hear how, and it is settled who supports them day by day. */
package org.commonground.orientation;
