package org.commonground.access;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import org.commonground.foundation.Refusal;

/**
 * The one shape in which answers arrive, as Tasklist sends them: {@code {variables: {key: {value, type, valueInfo}}, businessKey,
 * withVariablesInReturn}}, of the kinds of value that a form can have. The platform would build files, XML and Java objects from what is
 * sent before the form's own check sees it. Which keys there may be, and what they may say, is that check's business.
 */
final class SubmittedForm {

    private static final String NOTHING = "No answers were sent. Please open the form again and fill it in there.";
    private static final String SHAPE = "This is not how a form is sent. Please open the form again and fill it in there.";

    private static final Pattern PATH = Pattern.compile(".*/submit-form/?");
    private static final Set<String> PARTS = Set.of("variables", "businessKey", "withVariablesInReturn");
    private static final Set<String> PARTS_OF_VALUE = Set.of("value", "type", "valueInfo");
    /** What the platform says of a value of the form, and Tasklist sends back. */
    private static final Set<String> PARTS_OF_INFO = Set.of("transient");
    private static final Predicate<JsonNode> WHOLE = JsonNode::isIntegralNumber;
    private static final Map<String, Predicate<JsonNode>> KINDS = Map.of("String", JsonNode::isTextual, "Boolean", JsonNode::isBoolean,
            "Integer", WHOLE.and(JsonNode::canConvertToInt), "Long", WHOLE,
            "Short", WHOLE.and(number -> (short) number.asLong() == number.asLong()), "Double", JsonNode::isNumber,
            "Json", JsonNode::isTextual, "Null", JsonNode::isNull);

    private SubmittedForm() {
    }

    static boolean isSentTo(HttpServletRequest request) {
        return request.getMethod().equals("POST") && PATH.matcher(BodyDoor.path(request)).matches();
    }

    /**
     * @param sent null when there is nothing
     * @throws Refusal with the sentence that the person reads
     */
    static void check(JsonNode sent) {
        Refusal.unless(sent != null, NOTHING);
        demand(hasOnly(sent, PARTS));
        JsonNode key = sent.path("businessKey");
        demand(key.isMissingNode() || key.isNull() || key.isTextual());
        JsonNode back = sent.path("withVariablesInReturn");
        demand(back.isMissingNode() || back.isBoolean());
        Refusal.unless(sent.hasNonNull("variables"), NOTHING);
        demand(sent.path("variables").isObject());
        sent.path("variables").forEach(SubmittedForm::checkValue);
    }

    private static void checkValue(JsonNode sent) {
        demand(hasOnly(sent, PARTS_OF_VALUE));
        JsonNode info = sent.path("valueInfo");
        demand(info.isMissingNode() || info.isNull() || hasOnly(info, PARTS_OF_INFO));
        JsonNode value = sent.path("value");
        demand(!value.isContainerNode());
        JsonNode type = sent.path("type");
        if (type.isMissingNode() || type.isNull()) {
            return;
        }
        Predicate<JsonNode> kind = type.isTextual() ? KINDS.get(type.textValue()) : null;
        Refusal.unless(kind != null, "Values of this kind are asked by no form. Please open the form again and fill it in there.");
        demand(value.isMissingNode() || value.isNull() || kind.test(value));
        if (type.textValue().equals("Json") && value.isTextual()) {
            StrictJson.read(value.textValue());
        }
    }

    private static boolean hasOnly(JsonNode sent, Set<String> parts) {
        if (!sent.isObject()) {
            return false;
        }
        boolean only = true;
        for (var names = sent.fieldNames(); names.hasNext();) {
            only &= parts.contains(names.next());
        }
        return only;
    }

    private static void demand(boolean shape) {
        Refusal.unless(shape, SHAPE);
    }
}
