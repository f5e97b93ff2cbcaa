/**
 * The room where chosen partners find what they see together: each says what it sees and what it can do for the others, then one shared
 * vision with its agenda of action is drafted, and drafted again until every one of them endorses it. Only then is anything negotiated.
 */
package org.commonground.vision;
