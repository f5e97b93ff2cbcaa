package org.commonground.webapp;

import java.util.Map;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletRequest;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells Tasklist what each process starts: a partnership is proposed, an organisation is registered. */
@RestController
class StartsInTasklist {

    private static final int MANY = 200;

    private final LoggedIn loggedIn;
    private final IdentityService identities;
    private final RepositoryService repository;
    private final FormService forms;

    StartsInTasklist(LoggedIn loggedIn, IdentityService identities, RepositoryService repository, FormService forms) {
        this.loggedIn = loggedIn;
        this.identities = identities;
        this.repository = repository;
        this.forms = forms;
    }

    /** Name of the process → what its start form is called, for the processes that this person may start. */
    @GetMapping("/starts")
    ResponseEntity<Map<String, String>> starts(HttpServletRequest request) {
        return loggedIn.person(request).map(person -> person.ask(identities, this::starts))
                .map(starts -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(starts))
                .orElseGet(() -> ResponseEntity.status(401).build());
    }

    private Map<String, String> starts() {
        Map<String, String> starts = new TreeMap<>();
        for (ProcessDefinition definition : repository.createProcessDefinitionQuery().latestVersion().active().startableInTasklist()
                .startablePermissionCheck().listPage(0, MANY)) {
            CamundaFormRef form = forms.getStartFormData(definition.getId()).getCamundaFormRef();
            if (form != null && definition.getName() != null) {
                starts.put(definition.getName(), inWords(form.getKey()));
            }
        }
        return starts;
    }

    /** A form is called like its box. */
    private static String inWords(String form) {
        return Character.toUpperCase(form.charAt(0)) + form.substring(1).replace('-', ' ');
    }
}
