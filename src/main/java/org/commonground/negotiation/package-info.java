/**
 * The room where partners agree: they settle sixteen topics in rounds until every one of them can live with every wording. Each round has
 * time to read what the others said. It runs at the founding, once the vision is endorsed, and again for amendments, adhesions and annexes
 * among some of the partners.
 */
package org.commonground.negotiation;
