/**
 * The room where partners find each other: candidates are nominated for the roles a partnership needs, state a profile, are
 * assessed and chosen. It runs once per search: at the founding, and again for a replacement or an accession. The conveners
 * are candidates like all others, and the review goes both ways.
 */
package org.commonground.selection;
