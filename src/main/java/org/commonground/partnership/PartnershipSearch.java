package org.commonground.partnership;

import java.util.List;

import org.commonground.foundation.CaseSearch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Partnerships by their title and by those who are in them. */
@Component
class PartnershipSearch implements CaseSearch {

    private final JdbcClient jdbc;

    PartnershipSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> find(String words, int most) {
        return jdbc.sql("""
                select p.id from partnership p
                where lower(p.title) like :pattern escape '!' or exists (
                    select 1 from member m join organisation o on o.code = m.organisation
                    where m.partnership = p.id and m.left_on is null and lower(o.name) like :pattern escape '!')
                order by p.id desc fetch first :most rows only""")
                .param("pattern", CaseSearch.pattern(words)).param("most", most).query(String.class).list();
    }
}
