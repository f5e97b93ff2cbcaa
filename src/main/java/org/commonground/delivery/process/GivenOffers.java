package org.commonground.delivery.process;

import java.util.List;
import java.util.stream.Stream;

import org.commonground.delivery.Offer;

/**
 * What a seat commits, apart from money.
 *
 * @param version of the agreement that was shown
 * @param agreed  a row for each line of the agreement
 * @param further what goes beyond it
 */
record GivenOffers(Integer version, List<OfferRow> agreed, List<OfferRow> further) {

    List<Offer> offers() {
        return Stream.concat(agreed.stream(), further.stream()).map(OfferRow::offer).toList();
    }
}
