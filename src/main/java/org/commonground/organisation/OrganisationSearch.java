package org.commonground.organisation;

import java.util.List;

import org.commonground.foundation.CaseSearch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Registrations by the name of the organisation. */
@Component
class OrganisationSearch implements CaseSearch {

    private final JdbcClient jdbc;

    OrganisationSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> find(String words, int most) {
        return jdbc.sql("""
                select code from organisation where lower(name) like :pattern escape '!' order by name fetch first :most rows only""")
                .param("pattern", CaseSearch.pattern(words)).param("most", most).query(String.class).list();
    }
}
