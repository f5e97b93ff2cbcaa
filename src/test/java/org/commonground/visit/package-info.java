/**
 * A room that the product has not: partners visit each other's fields. It moves into every test application with all it needs, and not
 * a line of the product names it: so a room of the product can do the same.
 */
package org.commonground.visit;
