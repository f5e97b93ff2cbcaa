package org.commonground.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Thinks up what nobody should send: each submission is wrong in at least one way that no form allows. What is merely odd, such as a
 * text that looks like a script, comes with a key that the form does not ask.
 */
final class Hostility {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLAIN = "application/json";

    /** @param answer whether it goes where forms are sent, so that a person would read the answer */
    record Submission(String kind, boolean answer, boolean reads, String method, String path, byte[] body, String... headers) {

        @Override
        public String toString() {
            String sent = body == null ? "nothing" : new String(body, 0, Math.min(body.length, 300), StandardCharsets.UTF_8);
            return kind + ": " + method + " " + path + " " + List.of(headers) + " " + sent.replaceAll("\\p{Cntrl}", "·");
        }
    }

    private static final List<String> TEXTS = List.of("\u0000", "a\u0000b", "\uD800", "x\uDC00y", "\u202Egnirts", "مرحبا بالعالم", "${1+1}",
            "#{execution.setVariable('a', 1)}", "${execution.engineServices.runtimeService}", "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>", "{{constructor.constructor('alert(1)')()}}", "[here](javascript:alert(1))", "**bold** _it_",
            "=1+1", "'; drop table organisation; --", "%00%0a", "../../etc/passwd", "\u200B\u200B", "\uFEFF", "𝒳🏳️‍🌈👩‍👩‍👧",
            "\r\nSet-Cookie: a=b", "Z̸͎̾a̷l̴g̵o̶", "\u0007\u001B[31m");
    private static final List<String> DATES = List.of("0001-01-01", "9999-12-31", "10000-01-01", "-0001-01-01", "2027-02-30", "2027-13-01",
            "1900-00-00", "yesterday", "2027-03-31T25:61", "2027-03-31T10:00:00.000+0100", "0000-00-00", "٢٠٢٧-٠٣-٣١", "31/12/2027");
    private static final List<String> NUMBERS = List.of("1e400", "-1e400", "1e999999999", "NaN", "Infinity", "-Infinity",
            "9007199254740993", "99999999999999999999999999", "-0", "0x10", "1.", ".5", "01", "+1", "1e-999999999", "1_000",
            "-9223372036854775809", "9".repeat(400), "0." + "1".repeat(2000));
    private static final List<String> TYPES = List.of("Object", "Xml", "File", "Bytes", "Date", "Number", "object", "STRING", "string",
            "json", "", " ", "java.lang.String", "Spin", "Any", "null", "byte[]", "Integer[]", "${1}", "Potato");
    private static final List<String> RESERVED = List.of("nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter",
            "partnership", "party", "businessKey", "matter", "starter", "execution", "task", "initiator", "seat", "seats", "parties",
            "negotiation", "instalment", "authenticatedUserId", "processInstanceId", "caseTitle", "caseNumber", "casePhase", "__proto__",
            "constructor", "class", "id", "", " ", "a.b", "a/b", "${x}", "\u0000", "toString", "variables", "x".repeat(5000));

    /** Where an answer could be slipped in past the form; {@code T} is the task, {@code I} the case. */
    private static final List<String> BYWAYS = List.of("POST task/T/complete", "POST task/T/resolve", "POST task/T/bpmnError",
            "POST task/T/bpmnEscalation", "POST task/T/variables", "PUT task/T/variables/N", "POST task/T/localVariables",
            "PUT task/T/localVariables/N", "DELETE task/T/variables/N", "DELETE task/T/localVariables/N", "POST task/T/delegate",
            "POST task/T/comment/create", "POST task/T/attachment/create", "POST task/T/variables/N/data", "POST task/create",
            "POST process-instance/I/variables", "PUT process-instance/I/variables/N", "DELETE process-instance/I/variables/N",
            "POST process-instance/I/modification", "POST execution/I/localVariables", "PUT execution/I/localVariables/N",
            "POST execution/I/signal", "POST execution/I/messageSubscriptions/M/trigger", "POST message", "POST signal", "POST condition",
            "POST process-definition/key/K/start", "POST process-definition/key/K/submit-form/", "POST task/T/submit-form/x",
            "POST process-instance/message-async", "POST process-instance/variables-async");
    private static final List<String> READERS = List.of("task/T/form-variables?deserializeValues=%s",
            "task/T/form-variables?variableNames=%s", "task/T/deployed-form?%s", "task/T/form?x=%s", "task/T/rendered-form?%s=1",
            "task/T/variables?deserializeValues=%s",
            "task/T/variables/%s", "task/T/localVariables/%s/data", "process-definition/key/K/form-variables?variableNames=%s",
            "process-definition/key/K/deployed-startForm?x=%s", "process-definition/key/K/startForm?%s", "task/%s/form-variables",
            "task/%s/form", "task/%s/deployed-form", "process-definition/key/%s/startForm");

    private final List<String> names;
    private final List<BiFunction<Random, OpenForm, Submission>> kinds = List.of(this::ofAnotherType, this::ofAnotherType,
            this::saysNothing, this::longText, this::tooLarge, this::oddText, this::oddText, this::oddDate, this::oddNumber,
            this::oddNumber, this::sayingItTwice, this::nested, this::unasked, this::unasked, this::unasked, this::moreThanAnswers,
            this::notJson, this::notText, this::packed, this::misshapen, this::misshapen, this::mistyped, this::onAByway,
            this::onAByway, this::onAByway, this::readingOddly, this::toNobody);

    /** @param names of variables that diagrams use */
    Hostility(List<String> names) {
        this.names = names;
    }

    Submission next(Random random, OpenForm form) {
        return kinds.get(random.nextInt(kinds.size())).apply(random, form);
    }

    private Submission ofAnotherType(Random random, OpenForm form) {
        String value = pick(random, List.of("\"x\"", "\"<a/>\"", "{}", "[]", "1", "null", "\"rO0ABXQAAXg=\"", "{\"a\":{\"b\":1}}", "true",
                "\"2027-03-31T10:00:00.000+0100\"", "[\"java.util.HashMap\",{}]"));
        String info = pick(random, List.of("", "",
                ",\"valueInfo\":{\"objectTypeName\":\"java.util.HashMap\",\"serializationDataFormat\":\"application/json\"}",
                ",\"valueInfo\":{\"objectTypeName\":\"javax.naming.InitialContext\",\"serializationDataFormat\":"
                        + "\"application/x-java-serialized-object\"}",
                ",\"valueInfo\":{\"filename\":\"../../x\",\"mimetype\":\"text/html\",\"encoding\":\"none\"}", ",\"valueInfo\":\"x\"",
                ",\"valueInfo\":[]"));
        return answer("type", form, variable(form.key(random), "{\"type\":" + text(pick(random, TYPES)) + ",\"value\":" + value + info
                + "}"));
    }

    private Submission saysNothing(Random random, OpenForm form) {
        return answer("empty", form, pick(random, List.of("", "null", "[]", "{}", "\"\"", "\"x\"", "5", "true", "   ", "\n", "[[]]",
                "[null]", "{\"variables\":null}", "{\"variables\":[]}", "{\"variables\":\"x\"}", "{\"variables\":5}",
                "{\"variables\":true}")));
    }

    private Submission longText(Random random, OpenForm form) {
        String text = pick(random, List.of("x", "é", "<", "ab ", "\\u00e9"));
        return answer("long", form, variable(form.key(random), "{\"value\":\"" + text.repeat(1_000_000 / text.length()) + "\"}"));
    }

    private Submission tooLarge(Random random, OpenForm form) {
        return answer("large", form, variable(form.key(random), "{\"value\":\"" + "y".repeat(2_200_000 + random.nextInt(100_000)) + "\"}"));
    }

    private Submission oddText(Random random, OpenForm form) {
        String odd = text(pick(random, TEXTS));
        String value = random.nextInt(4) == 0 ? "{\"type\":\"Json\",\"value\":" + text("[{\"a\":" + odd + "}]") + "}" : "{\"value\":"
                + odd + "}";
        return answer("text", form, variables(form.key(random), value, poison(random, form)));
    }

    private Submission oddDate(Random random, OpenForm form) {
        return answer("date", form, variables(form.key(random), "{\"value\":" + text(pick(random, DATES)) + "}", poison(random, form)));
    }

    private Submission oddNumber(Random random, OpenForm form) {
        String number = pick(random, NUMBERS);
        String value = switch (random.nextInt(4)) {
            case 0 -> "{\"value\":" + number + "}";
            case 1 -> "{\"type\":" + text(pick(random, List.of("Integer", "Long", "Short", "Double"))) + ",\"value\":" + number + "}";
            case 2 -> "{\"type\":\"Json\",\"value\":\"[{\\\"a\\\":" + number + "}]\"}";
            default -> "{\"type\":" + text(pick(random, List.of("Integer", "Long", "Short", "Double"))) + ",\"value\":\"" + number + "\"}";
        };
        return answer("number", form, variables(form.key(random), value, poison(random, form)));
    }

    private Submission sayingItTwice(Random random, OpenForm form) {
        String key = text(form.key(random));
        return answer("twice", form, pick(random, List.of(
                "{\"variables\":{" + key + ":{\"value\":\"a\"}," + key + ":{\"value\":\"b\"}}}",
                "{\"variables\":{},\"variables\":{" + key + ":{\"value\":\"b\"}}}",
                "{\"variables\":{" + key + ":{\"value\":\"a\",\"value\":\"b\"}}}",
                "{\"variables\":{" + key + ":{\"type\":\"Json\",\"value\":\"{\\\"a\\\":1,\\\"a\\\":2}\"}}}",
                "{\"variables\":{" + key + ":{\"type\":\"String\",\"type\":\"Object\",\"value\":\"b\"}}}")));
    }

    private Submission nested(Random random, OpenForm form) {
        int depth = pick(random, List.of(20, 200, 1_100, 5_000, 100_000));
        boolean lists = random.nextBoolean();
        String deep = (lists ? "[" : "{\"a\":").repeat(depth) + (lists ? "" : "1") + (lists ? "]" : "}").repeat(depth);
        String key = form.key(random);
        return answer("deep", form, switch (random.nextInt(4)) {
            case 0 -> deep;
            case 1 -> "{\"variables\":" + deep + "}";
            case 2 -> variable(key, "{\"value\":" + deep + "}");
            default -> variable(key, "{\"type\":\"Json\",\"value\":" + text(deep) + "}");
        });
    }

    private Submission unasked(Random random, OpenForm form) {
        String value = pick(random, List.of("{\"value\":true}", "{\"value\":\"x\"}", "{\"value\":1}", "{\"value\":null}",
                "{\"type\":\"Json\",\"value\":\"[]\"}", "{\"type\":\"Json\",\"value\":\"{}\"}", "{\"type\":\"Null\",\"value\":null}",
                        "{}"));
        return answer("name", form, variable(stranger(random, form), value));
    }

    private Submission moreThanAnswers(Random random, OpenForm form) {
        String poison = variables(poison(random, form));
        String more = pick(random, List.of("\"businessKey\":\"P-2026-0001\"", "\"businessKey\":\"" + "k".repeat(300) + "\"",
                "\"businessKey\":5",
                "\"businessKey\":{}", "\"businessKey\":\"\\u0000\"", "\"withVariablesInReturn\":true", "\"withVariablesInReturn\":\"x\"",
                "\"caseInstanceId\":\"x\"", "\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"x\"}]",
                "\"skipCustomListeners\":true", "\"skipIoMappings\":true", "\"__proto__\":{}", "\"deploymentId\":null"));
        return answer("more", form, poison.substring(0, poison.length() - 1) + "," + more + "}");
    }

    private Submission notJson(Random random, OpenForm form) {
        String body = variables(poison(random, form));
        String type = pick(random, List.of("text/plain", "application/xml", "text/xml", "multipart/form-data; boundary=x",
                "multipart/form-data",
                "application/x-www-form-urlencoded", "application/json; charset=utf-16", "application/json; charset=nonsense",
                        "garbage", "*/*",
                "application/octet-stream", "application/hal+json", "application/json; charset=iso-8859-1", "application/problem+json",
                "application/json, text/plain", "application/x-java-serialized-object", "image/png"));
        return new Submission("content type", true, false, "POST", form.path() + "/submit-form", bytes(body), "Content-Type", type);
    }

    private Submission notText(Random random, OpenForm form) {
        byte[] good = bytes(variables(poison(random, form)));
        byte[] body = switch (random.nextInt(7)) {
            case 0 -> java.util.Arrays.copyOf(good, random.nextInt(good.length));
            case 1 -> bytes(new String(good, StandardCharsets.UTF_8) + pick(random, List.of("}", "x", "{}", "\u0000", "]", "/* */")));
            case 2 -> new String(good, StandardCharsets.UTF_8).getBytes(pick(random,
                    List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)));
            case 3 -> bytes(new String(good, StandardCharsets.UTF_8).replace('"', '\''));
            case 4 -> bytes("\uFEFF" + new String(good, StandardCharsets.UTF_8));
            default -> {
                byte[] broken = good.clone();
                for (int i = 0; i < 3; i++) {
                    broken[random.nextInt(broken.length)] = pick(random, List.of((byte) 0xC3, (byte) 0xFF, (byte) 0xED, (byte) 0x80,
                        (byte) 0));
                }
                yield broken;
            }
        };
        return new Submission("bytes", true, false, "POST", form.path() + "/submit-form", body, "Content-Type", PLAIN);
    }

    private Submission packed(Random random, OpenForm form) {
        byte[] good = bytes(random.nextInt(20) == 0 ? variable("x", "{\"value\":\"" + "z".repeat(10_000_000) + "\"}")
                : variables(poison(random, form)));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(good);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return new Submission("packed", true, false, "POST", form.path() + "/submit-form", packed.toByteArray(), "Content-Type", PLAIN,
                "Content-Encoding", pick(random, List.of("gzip", "deflate", "br", "x", "gzip, gzip")));
    }

    private Submission misshapen(Random random, OpenForm form) {
        String key = form.key(random);
        return answer("shape", form, pick(random, List.of(variable(key, "null"), variable(key, "[]"), variable(key, "\"x\""),
                variable(key, "5"),
                variable(key, "{\"value\":{}}"), variable(key, "{\"value\":[]}"), variable(key, "{\"value\":[null]}"), variable(key,
                        "{\"val\":1}"),
                variable(key, "{\"value\":1,\"type\":[]}"), variable(key, "{\"value\":1,\"type\":5}"), variable(key,
                        "{\"value\":1,\"valueInfo\":5}"),
                variable(key, "{\"type\":\"Json\",\"value\":\"{\"}"), variable(key, "{\"type\":\"Json\",\"value\":\"\"}"),
                variable(key, "{\"type\":\"Json\",\"value\":{}}"), variable(key, "{\"type\":\"Boolean\",\"value\":\"perhaps\"}"),
                variable(key, "{\"type\":\"Integer\",\"value\":\"many\"}"), variable(key, "{\"type\":\"Short\",\"value\":70000}"),
                variable(key, "{\"type\":\"String\",\"value\":5}"), variable(key, "{\"type\":\"Null\",\"value\":5}"),
                "{\"variables\":[{\"name\":\"x\",\"value\":1}]}", "[{\"variables\":{}}]", "{\"Variables\":{}}", "{\"modifications\":{}}")));
    }

    private Submission mistyped(Random random, OpenForm form) {
        String value = pick(random, List.of("{\"value\":true}", "{\"value\":5}", "{\"value\":-1.5}", "{\"value\":\"x\"}",
                "{\"value\":\"true\"}",
                "{\"type\":\"Json\",\"value\":\"null\"}", "{\"type\":\"Json\",\"value\":\"[1,null,[]]\"}",
                        "{\"type\":\"Json\",\"value\":\"[[],{}]\"}",
                "{\"type\":\"Json\",\"value\":\"{\\\"a\\\":{\\\"b\\\":null}}\"}", "{\"type\":\"Json\",\"value\":\"[null]\"}",
                "{\"type\":\"Json\",\"value\":\"[{}]\"}", "{\"type\":\"Json\",\"value\":" + text("[" + "{},".repeat(300) + "{}]") + "}",
                "{\"type\":\"Json\",\"value\":" + text("[" + "1,".repeat(25_000) + "1]") + "}"));
        return answer("mistyped", form, variables(form.key(random), value, poison(random, form)));
    }

    private Submission onAByway(Random random, OpenForm form) {
        String[] way = pick(random, BYWAYS).split(" ");
        String name = pick(random, List.of("nrOfInstances", "party", "approved", "x", "%20", "a%2Cb"));
        String path = filled(way[1], form).replace("/N", "/" + name).replace("/M/", "/PartnershipProposed/");
        String value = pick(random, List.of("{\"value\":1}", "{\"type\":\"Object\",\"value\":\"x\"}",
                "{\"type\":\"Xml\",\"value\":\"<a/>\"}",
                "{\"type\":\"Bytes\",\"value\":\"eA==\"}", "{\"type\":\"File\",\"value\":\"eA==\"}", "null", "[]", "5",
                        "{\"value\":{\"a\":1}}",
                "{\"type\":\"Date\",\"value\":\"x\"}", "{\"type\":5}", "{\"value\":\"\\u0000\"}",
                "{\"type\":\"Object\",\"value\":\"rO0ABQ==\",\"valueInfo\":{\"objectTypeName\":\"java.util.HashMap\","
                        + "\"serializationDataFormat\":\"x\"}}"));
        String variables = variable(stranger(random, form), value);
        String body = pick(random, List.of(variables, variables, variables, value, "", "null", "[]", "{}", "{\"modifications\":null}",
                variables.replace("\"variables\"", "\"modifications\""), variables.replace("\"variables\"", "\"processVariables\""),
                "{\"messageName\":\"PartnershipProposed\",\"businessKey\":\"P-2026-0001\",\"processVariables\":" + variables + "}",
                "{\"messageName\":null,\"all\":true}", "{\"name\":\"x\",\"variables\":null}", "{\"errorCode\":\"x\"}",
                        "{\"escalationCode\":null}",
                "{\"variables\":null}", "{\"variables\":[]}", "{\"variables\":{},\"startInstructions\":[null]}",
                        "{\"instructions\":[{\"type\":null}]}"));
        boolean asked = way[0].equals("DELETE");
        return new Submission("byway", false, false, way[0], path, asked ? null : bytes(body), "Content-Type",
                pick(random, List.of(PLAIN, PLAIN, PLAIN, PLAIN, "multipart/form-data; boundary=x", "text/plain")));
    }

    private Submission readingOddly(Random random, OpenForm form) {
        String odd = pick(random, List.of("x", "true,false", "%F0%9F%92%A9", "%24%7B1%2B1%7D", "a".repeat(3000), "%C3%28", "null", "-1",
                "%27", "%3Cb%3E", ""));
        return new Submission("reader", false, true, "GET", filled(pick(random, READERS), form).replace("%s", odd), null);
    }

    private Submission toNobody(Random random, OpenForm form) {
        String id = pick(random, List.of("nobody", "00000000-0000-0000-0000-000000000000", "%24%7B1%7D", "a".repeat(500),
                "%F0%9F%92%A9", "%20", "null", "'", form.path().replaceAll(".*/", "") + "x"));
        String path = (form.starts() ? "process-definition/" : "task/") + id + "/submit-form";
        return new Submission("nobody", false, false, "POST", path, bytes(variables(poison(random, form))), "Content-Type", PLAIN);
    }

    private static Submission answer(String kind, OpenForm form, String body) {
        return new Submission(kind, true, false, "POST", form.path() + "/submit-form", bytes(body), "Content-Type", PLAIN);
    }

    private static String filled(String way, OpenForm form) {
        String id = form.path().replaceAll(".*/", "");
        // Where a form starts something there is no task yet, and where it belongs to a task there is nothing to start.
        return way.replace("task/T", "task/" + id).replace("/I/", "/" + (form.starts() ? "nothing" : form.instance()) + "/")
                .replace("key/K", "key/" + (form.starts() ? id : "partnership"));
    }

    /** A name that the form does not ask. */
    private String stranger(Random random, OpenForm form) {
        String name = switch (random.nextInt(4)) {
            case 0 -> pick(random, RESERVED);
            case 1 -> "x" + Integer.toHexString(random.nextInt());
            default -> pick(random, names);
        };
        return form.asks(name) ? name + "X" : name;
    }

    private String poison(Random random, OpenForm form) {
        return text(stranger(random, form)) + ":{\"value\":\"x\"}";
    }

    private static String variables(String poison) {
        return "{\"variables\":{" + poison + "}}";
    }

    private static String variables(String key, String value, String poison) {
        return "{\"variables\":{" + text(key) + ":" + value + "," + poison + "}}";
    }

    private static String variable(String key, String value) {
        return "{\"variables\":{" + text(key) + ":" + value + "}}";
    }

    /** As JSON writes it; a lone half of a character is written by its number. */
    private static String text(String text) {
        try {
            StringBuilder written = new StringBuilder();
            for (char character : JSON.writeValueAsString(text).toCharArray()) {
                if (Character.isSurrogate(character)) {
                    written.append("\\u%04x".formatted((int) character));
                } else {
                    written.append(character);
                }
            }
            return written.toString();
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T pick(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
