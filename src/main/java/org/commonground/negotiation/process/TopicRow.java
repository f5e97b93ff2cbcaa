package org.commonground.negotiation.process;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.commonground.negotiation.Topic;

/** The words of a topic as a row of a form. */
record TopicRow(Integer number, String wording) {

    static Map<Topic, String> wordings(List<TopicRow> rows) {
        Map<Topic, String> wordings = new EnumMap<>(Topic.class);
        rows.forEach(row -> wordings.put(Topic.of(row.number), row.wording));
        return wordings;
    }
}
