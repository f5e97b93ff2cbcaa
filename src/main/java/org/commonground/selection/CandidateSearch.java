package org.commonground.selection;

import java.util.List;

import org.commonground.foundation.CaseSearch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Partnerships that still look for their partners, by those whom they ask. */
@Component
class CandidateSearch implements CaseSearch {

    private final JdbcClient jdbc;

    CandidateSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> find(String words, int most) {
        return jdbc.sql("""
                select distinct s.partnership from selection s
                join candidacy n on n.selection = s.id join organisation o on o.code = n.organisation
                where s.open_in is not null and lower(o.name) like :pattern escape '!'
                order by s.partnership desc fetch first :most rows only""")
                .param("pattern", CaseSearch.pattern(words)).param("most", most).query(String.class).list();
    }
}
