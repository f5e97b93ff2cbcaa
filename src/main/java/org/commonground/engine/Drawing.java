package org.commonground.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One diagram with its one process, read so that laws can ask it. */
record Drawing(String file, String room, Drawn whole, Drawn process) {

    /** What people see in a diagram, and what has a label. */
    private static final Pattern SEEN = Pattern.compile("task|transaction|\\w+(Task|Event|Gateway)|subProcess|callActivity");

    /**
     * A box that has a form.
     *
     * @param form    path of the form that it should have
     * @param hasCase whether there is a case already when somebody opens it
     */
    record Box(String form, boolean hasCase) {
    }

    /** Nothing, and a complaint, where the file is no diagram of one process. */
    static Optional<Drawing> read(String file, String text, List<String> complaints) {
        Optional<Drawn> whole = Drawn.read(text);
        if (whole.isEmpty()) {
            complaints.add("%s is no diagram that can be read: open it in Modeler and save it again.".formatted(file));
            return Optional.empty();
        }
        List<Drawn> processes = whole.get().children("process");
        if (processes.size() != 1) {
            complaints.add("%s holds %d processes: draw each in a file of its own.".formatted(file, processes.size()));
            return Optional.empty();
        }
        return Optional.of(new Drawing(file, ShippedModels.stem(file), whole.get(), processes.get(0)));
    }

    List<Drawn> all(String... kinds) {
        return Stream.of(kinds).flatMap(kind -> whole.all(kind).stream()).toList();
    }

    /** The nearest element around this one that people see, as “label” in its file. */
    String at(Drawn element) {
        Drawn seen = element;
        while (seen != null && !SEEN.matcher(seen.kind()).matches()) {
            seen = seen.parent();
        }
        if (seen == null) {
            return "The process in " + file;
        }
        return "“%s” in %s".formatted(seen.name() == null ? seen.id() : seen.name().replaceAll("\\s+", " "), file);
    }

    /** The first event of the process itself. */
    Optional<Drawn> start() {
        return process.children("startEvent").stream().findFirst();
    }

    /** Names of the messages that one of its scopes hears all the while it runs, whatever else goes on there. */
    Set<String> heardAllTheWhile() {
        Set<String> ids = all("subProcess").stream().filter(scope -> "true".equals(scope.get("triggeredByEvent")))
                .flatMap(scope -> scope.children("startEvent").stream()).flatMap(start -> start.children("messageEventDefinition").stream())
                .map(message -> message.get("messageRef")).collect(Collectors.toSet());
        return whole.children("message").stream().filter(message -> ids.contains(message.id())).map(Drawn::name)
                .collect(Collectors.toSet());
    }

    List<Box> boxesWithForms() {
        List<Box> boxes = new ArrayList<>();
        for (Drawn event : all("startEvent")) {
            if (event.camunda("formRef") != null) {
                boxes.add(new Box(path(event.camunda("formRef")), false));
            }
        }
        // What whoever began it does at once is done before the case has a number.
        String beginner = start().map(event -> "${" + event.camunda("initiator") + "}").orElse("");
        for (Drawn task : all("userTask")) {
            if (task.camunda("formRef") != null) {
                boxes.add(new Box(path(task.camunda("formRef")), !beginner.equals(task.camunda("assignee"))));
            }
        }
        return boxes;
    }

    private String path(String form) {
        return "forms/" + room + "/" + form + ".form";
    }

    /** The rooms that this one calls by name. */
    Set<String> namedCalls() {
        return all("callActivity").stream().map(call -> call.get("calledElement"))
                .filter(called -> called != null && !called.contains("{")).collect(Collectors.toSet());
    }
}
