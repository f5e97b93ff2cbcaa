package org.commonground.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.commonground.picture.DiagramFile.Box;
import org.commonground.picture.ProcessPicture.Note;
import org.commonground.picture.ProcessPicture.Progress;

/** A drawn process for those who hear it, or point at a box of it. */
final class BoxWords {

    private BoxWords() {
    }

    static String title(Box box) {
        return box.name().isBlank() ? kind(box) : box.name();
    }

    static String description(Box box, Note note) {
        List<String> sentences = new ArrayList<>();
        sentences.add(kind(box) + switch (box.loop()) {
            case "parallel" -> ", for all at the same time.";
            case "sequential" -> ", for one after the other.";
            default -> ".";
        });
        if (note.count() != null) {
            sentences.add("Now: " + note.count() + ".");
        } else if (note.progress() != null) {
            sentences.add(note.progress().sentence());
        }
        if (note.words() != null) {
            sentences.add(note.words());
        }
        return String.join(" ", sentences);
    }

    /** What stands where, or how far it is. */
    static String description(DiagramFile process, Map<String, Note> notes) {
        List<String> sentences = new ArrayList<>();
        for (Progress progress : Progress.values()) {
            List<String> boxes = process.boxes().stream().filter(box -> notes.getOrDefault(box.id(), Note.NONE).progress() == progress)
                    .map(box -> counted(box, notes.get(box.id()))).toList();
            if (!boxes.isEmpty()) {
                sentences.add(progress.sentence().replace('.', ':') + " " + String.join(", ", boxes) + ".");
            }
        }
        long events = process.boxes().stream().filter(Box::isEvent).count();
        long gateways = process.boxes().stream().filter(Box::isGateway).count();
        return sentences.isEmpty() ? "A diagram. Boxes: %d, events: %d, gateways: %d.".formatted(process.boxes().size() - events - gateways,
                events, gateways) : String.join(" ", sentences);
    }

    private static String counted(Box box, Note note) {
        return title(box) + (note.count() == null ? "" : " (" + note.count() + ")");
    }

    private static String kind(Box box) {
        return switch (box.kind()) {
            case "startEvent" -> switch (box.event()) {
                case "timer" -> "Begins when it is time";
                case "message" -> "Begins when it is told";
                default -> "The beginning" + ActorSign.of(box.fill()).map(sign -> ", a step " + sign.whose()).orElse("");
            };
            case "endEvent" -> "An end";
            case "boundaryEvent" -> (box.event().equals("timer") ? "When it is time" : "When it is told")
                    + (box.interrupting() ? ", instead of going on" : ", while the rest goes on");
            case "intermediateCatchEvent" -> box.event().equals("timer") ? "Waits until it is time" : "Waits until it is told";
            case "intermediateThrowEvent" -> "Tells it";
            case "exclusiveGateway" -> "One way is taken";
            case "parallelGateway" -> "All ways at the same time";
            case "userTask" -> "A step " + ActorSign.of(box.fill()).map(ActorSign::whose).orElse("of people");
            case "serviceTask" -> "Done by the machine";
            case "businessRuleTask" -> "Decided by rules";
            case "callActivity" -> "A process of its own";
            case "subProcess" -> box.begunByEvent() ? "Whenever this happens" : "A part of the process";
            default -> box.isGateway() ? "Where ways part or meet" : box.isEvent() ? "Something happens" : "A step";
        };
    }
}
