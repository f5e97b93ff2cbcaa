/** What the diagram of a review and its forms say to the room. */
package org.commonground.review.process;
