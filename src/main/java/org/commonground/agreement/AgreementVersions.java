package org.commonground.agreement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.NotFound;
import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.NegotiationId;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All versions of all agreements. */
interface AgreementVersions extends Repository<AgreementVersion, UUID> {

    AgreementVersion save(AgreementVersion version);

    Optional<AgreementVersion> findByPartnershipAndNr(String partnership, int nr);

    List<AgreementVersion> findByPartnershipOrderByNrDesc(String partnership);

    /** The newest version that a negotiation has led to, whatever became of it. */
    @Query("select * from agreement_version where negotiation = :negotiation order by nr desc fetch first 1 row only")
    Optional<AgreementVersion> newest(UUID negotiation);

    @Query("select coalesce(max(nr), 0) + 1 from agreement_version where partnership = :partnership")
    int nextNr(String partnership);

    /** Of which everybody is bound by what it says, the first one first. */
    @Query("select * from agreement_version where partnership = :partnership and stage = 'SEALED' order by sealed_at, nr")
    List<AgreementVersion> sealed(String partnership);

    /** Drafts, and what is out for signature. */
    @Query("select * from agreement_version where partnership = :partnership and open_in is not null order by nr")
    List<AgreementVersion> open(String partnership);

    /** The number of the version that binds the partners; empty before anything is sealed. */
    @Query("select nr from agreement_version where partnership = :partnership and stage = 'SEALED' order by sealed_at desc, nr desc"
            + " fetch first 1 row only")
    Optional<Integer> newestSealed(String partnership);

    default AgreementVersion newest(NegotiationId negotiation) {
        return newest(negotiation.value()).orElseThrow(() -> new NotFound("There is no agreement to this negotiation yet."));
    }

    default AgreementVersion one(PartnershipId partnership, int nr) {
        return findByPartnershipAndNr(partnership.value(), nr)
                .orElseThrow(() -> new NotFound("There is no version %d of an agreement in %s.".formatted(nr, partnership)));
    }
}
