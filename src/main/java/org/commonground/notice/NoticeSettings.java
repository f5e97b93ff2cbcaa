package org.commonground.notice;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation decides about mail, under {@code commonground} in application.yaml.
 *
 * @param address where people reach the application, for the links in mails
 * @param sweep   pause between two looks for reminders that are due
 */
@ConfigurationProperties("commonground")
public record NoticeSettings(@DefaultValue("http://localhost:8080") URI address, @DefaultValue("PT5M") Duration sweep,
        @DefaultValue Mail mail) {

    /**
     * @param from     sender of all mails, with or without a name
     * @param pause    of the worker between two rounds
     * @param backOff  pause after the first failure of a mail; doubled after each further one, up to six hours
     * @param attempts how often a mail is tried before it is given up; a server that cannot be reached does not count
     * @param keep     how long sent mails are kept to be read again
     */
    public record Mail(@DefaultValue("Common Ground <common-ground@localhost>") String from, @DefaultValue("PT5S") Duration pause,
                       @DefaultValue("PT1M") Duration backOff, @DefaultValue("12") int attempts,
                       @DefaultValue("P365D") Duration keep) {
    }

    /** Opens Tasklist at this task. */
    public String linkToTask(String taskId) {
        return tasklist() + "#/?task=" + taskId + "&forceDisplayTask=true";
    }

    public String tasklist() {
        return app("tasklist");
    }

    public String cockpit() {
        return app("cockpit");
    }

    /** The page with all papers of a partnership. */
    public String papers(String caseNumber) {
        return home() + "/papers/" + caseNumber;
    }

    /** The page on which a person chooses the first password. */
    public String account(String token) {
        return home() + "/account/" + token;
    }

    /** Where everybody begins. */
    String start() {
        return home() + "/";
    }

    /** The page of a case; its number has to be that of a partnership. */
    String page(String caseNumber) {
        return home() + "/partnerships/" + caseNumber;
    }

    private String home() {
        return address.toString().replaceAll("/+$", "");
    }

    private String app(String name) {
        return home() + "/camunda/app/" + name + "/default/";
    }
}
