/**
 * The room of talks: one rung of a dispute on which the sides talk, alone or with somebody who helps, until all are of one mind or the
 * time of the rung is over.
 */
package org.commonground.talks;
