package org.commonground.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.NotFound;
import org.springframework.data.jdbc.repository.query.Query;

/** All reviews. Its bean leaves the name {@code reviews} to what diagrams ask. */
@org.springframework.stereotype.Repository("allReviews")
interface Reviews extends org.springframework.data.repository.Repository<Review, UUID> {

    Review save(Review review);

    Optional<Review> findById(UUID id);

    @Query("select * from review where planned_in = :partnership")
    Optional<Review> findPlanned(String partnership);

    @Query("select * from review where matter = :matter")
    Optional<Review> findCalled(UUID matter);

    @Query("select * from review where partnership = :partnership order by nr")
    List<Review> findAll(String partnership);

    default Review get(UUID id) {
        return findById(id).orElseThrow(() -> new NotFound("There is no such review."));
    }
}
