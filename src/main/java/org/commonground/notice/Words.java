package org.commonground.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

/** How notices speak of moments and cases. */
@Component
class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

    private final NoticeSettings settings;

    Words(NoticeSettings settings) {
        this.settings = settings;
    }

    /** The day; where days last minutes only, the minute too. Null stays null. */
    String when(Instant moment) {
        DateTimeFormatter format = settings.day().compareTo(Duration.ofDays(1)) < 0 ? MINUTE : DAY;
        return moment == null ? null : format.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** What every mail about a task shows. */
    Map<String, Object> task(String label, String businessKey, String caseTitle, Instant due) {
        Map<String, Object> data = new HashMap<>();
        data.put("label", label);
        data.put("caseNumber", businessKey);
        data.put("caseTitle", caseTitle);
        data.put("due", when(due));
        return data;
    }
}
