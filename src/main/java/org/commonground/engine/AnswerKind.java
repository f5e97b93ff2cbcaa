package org.commonground.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonground.foundation.Days;
import org.commonground.foundation.Refusal;

/** What a question takes: reads what was submitted into a plain value, or refuses it with a sentence. */
sealed interface AnswerKind {

    int LONGEST_TEXTFIELD = 1_000;
    int LONGEST_TEXTAREA = 20_000;
    /** No form may ask for more. */
    int LONGEST = 100_000;
    int MOST_DECIMALS = 10;
    /** Beyond this a browser cannot count in ones. */
    BigDecimal LARGEST = BigDecimal.valueOf(9_007_199_254_740_991L);
    Pattern MAIL_ADDRESS = Pattern.compile("^[\\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$");
    Pattern PHONE_NUMBER = Pattern.compile("^(?:\\+|00)[1-9][0-9 ]{4,18}[0-9]$");

    /**
     * The plain value of what was submitted; null when that says nothing, such as white space.
     *
     * @param given never null, "" or an empty list
     */
    Object read(Object given, Asked asked);

    /** The value of a question that was not answered. */
    default Object nothing() {
        return null;
    }

    /** Whether a value counts as an answer where one is required. */
    default boolean answers(Object value) {
        return value != null;
    }

    /** What is said of a required question that was not answered. */
    default String missing() {
        return "is missing: please fill it in.";
    }

    /**
     * The question as the person stood before it.
     *
     * @param where the beginning of the sentence, when the question stands in a row
     * @param shown what the sheet shows
     */
    record Asked(String where, String label, Function<String, Object> shown, Clock clock) {

        Refusal refusal(String complaint) {
            return new Refusal(where + "“" + label + "” " + complaint);
        }
    }

    /** @param manyLines may contain line breaks and tabs */
    record Text(boolean manyLines, int shortest, int longest, Pattern pattern) implements AnswerKind {

        @Override
        public Object read(Object given, Asked asked) {
            if (!(given instanceof String raw)) {
                throw asked.refusal("takes a text.");
            }
            if (raw.codePoints().anyMatch(this::unwritable)) {
                throw asked.refusal("contains characters that cannot be kept, such as control characters: please type it again.");
            }
            String text = (manyLines ? raw.replace("\r\n", "\n").replace('\r', '\n') : raw).strip();
            if (text.codePoints().allMatch(Text::invisible)) {
                return null;
            }
            if (text.length() < shortest) {
                throw asked.refusal("is too short: please write at least %,d characters.".formatted(shortest));
            }
            if (text.length() > longest) {
                throw asked.refusal("is too long: it has %,d characters, and at most %,d fit.".formatted(text.length(), longest));
            }
            if (pattern != null && !pattern.matcher(text).find()) {
                throw asked.refusal(pattern == MAIL_ADDRESS ? "is no mail address: it should look like name@example.org."
                        : pattern == PHONE_NUMBER ? "is no international phone number: it should look like +390657051."
                        : "is not written as this form asks: please look at the hint beneath it.");
            }
            return text;
        }

        private boolean unwritable(int character) {
            boolean lineBreak = character == '\n' || character == '\r' || character == '\t';
            return Character.isISOControl(character) && !(manyLines && lineBreak) || Character.getType(character) == Character.SURROGATE;
        }

        private static boolean invisible(int character) {
            return Character.isWhitespace(character) || Character.isSpaceChar(character)
                    || Character.getType(character) == Character.FORMAT;
        }
    }

    /** A number; whole ones are read as Integer or Long, others as BigDecimal. Each bound may be null. */
    record Figure(BigDecimal least, BigDecimal most, BigDecimal step, int decimals) implements AnswerKind {

        @Override
        public Object read(Object given, Asked asked) {
            BigDecimal number = given instanceof Number ? exact((Number) given) : null;
            if (number == null) {
                throw asked.refusal("takes a number.");
            }
            // Before anything else: arithmetic with 1e999999999 would take for ever.
            if ((long) number.precision() - number.scale() > LARGEST.precision() || number.abs().compareTo(LARGEST) > 0) {
                throw asked.refusal("is too large a number.");
            }
            number = number.stripTrailingZeros();
            if (number.scale() > decimals) {
                throw asked.refusal(decimals == 0 ? "takes a whole number." : "takes at most " + decimals + " digits after the point.");
            }
            if (least != null && number.compareTo(least) < 0) {
                throw asked.refusal("must be at least " + least.toPlainString() + ".");
            }
            if (most != null && number.compareTo(most) > 0) {
                throw asked.refusal("must be at most " + most.toPlainString() + ".");
            }
            if (step != null && step.signum() > 0 && number.remainder(step).signum() != 0) {
                throw asked.refusal("goes in steps of " + step.toPlainString() + ".");
            }
            if (number.scale() > 0) {
                return number;
            }
            long whole = number.longValueExact();
            if (whole == (int) whole) {
                return (int) whole;
            }
            return whole;
        }

        /** Null for what is no number of the plain kinds: NaN, infinity, somebody's own class. */
        static BigDecimal exact(Number number) {
            if (number instanceof BigDecimal decimal) {
                return decimal;
            }
            if (number instanceof BigInteger integer) {
                return new BigDecimal(integer);
            }
            if (number instanceof Double || number instanceof Float) {
                return Double.isFinite(number.doubleValue()) ? new BigDecimal(number.toString()) : null;
            }
            if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
                return BigDecimal.valueOf(number.longValue());
            }
            return null;
        }
    }

    record YesNo() implements AnswerKind {

        @Override
        public Object read(Object given, Asked asked) {
            if (!(given instanceof Boolean)) {
                throw asked.refusal("takes yes or no.");
            }
            return given;
        }

        @Override
        public boolean answers(Object value) {
            return Boolean.TRUE.equals(value);
        }

        @Override
        public String missing() {
            return "must be ticked to go on.";
        }
    }

    /** A date, kept as {@code yyyy-MM-dd}. */
    record Day(boolean notPast) implements AnswerKind {

        private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
        private static final int FIRST_YEAR = 1900;
        private static final int LAST_YEAR = 2200;

        @Override
        public Object read(Object given, Asked asked) {
            if (!(given instanceof String text) || !FORM.matcher(text).matches()) {
                throw asked.refusal("takes a date, written like 2027-03-31.");
            }
            LocalDate day;
            try {
                day = LocalDate.parse(text);
            } catch (DateTimeException impossible) {
                throw asked.refusal("is a date that no calendar has.");
            }
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw asked.refusal("must lie between the years " + FIRST_YEAR + " and " + LAST_YEAR + ".");
            }
            // Today is what somewhere on earth still is today: the person may live west of the server.
            LocalDate today = Days.today(Days.WESTERNMOST, asked.clock());
            if (notPast && day.isBefore(today)) {
                throw asked.refusal("must not lie in the past.");
            }
            return text;
        }
    }

    /** A time, kept as submitted: {@code HH:mm}, with or without offset. */
    record TimeOfDay() implements AnswerKind {

        private static final Pattern FORM = Pattern.compile("(\\d{2}:\\d{2})(Z|[+-]\\d{2}:\\d{2})?");

        @Override
        public Object read(Object given, Asked asked) {
            if (!(given instanceof String text) || !isTime(text)) {
                throw asked.refusal("takes a time, written like 14:30.");
            }
            return text;
        }

        static boolean isTime(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                return false;
            }
            try {
                if (form.group(2) == null) {
                    LocalTime.parse(text);
                } else {
                    OffsetTime.parse(text);
                }
                return true;
            } catch (DateTimeException impossible) {
                return false;
            }
        }
    }

    /** A date with a time, kept as submitted: {@code yyyy-MM-ddTHH:mm}, with or without offset. */
    record Moment(boolean notPast) implements AnswerKind {

        @Override
        public Object read(Object given, Asked asked) {
            String[] halves = given instanceof String text ? text.split("T", 2) : new String[0];
            if (halves.length < 2 || !TimeOfDay.isTime(halves[1])) {
                throw asked.refusal("takes a date and a time, written like 2027-03-31T14:30.");
            }
            new Day(notPast).read(halves[0], asked);
            return given;
        }
    }

    record OneOf(Choices choices) implements AnswerKind {

        @Override
        public Object read(Object given, Asked asked) {
            choices.demand(given, choices.offered(asked), asked);
            return given;
        }

        @Override
        public String missing() {
            return "is missing: please choose one.";
        }
    }

    record SomeOf(Choices choices) implements AnswerKind {

        @Override
        public Object read(Object given, Asked asked) {
            if (!(given instanceof List<?> chosen)) {
                throw asked.refusal("takes a list of choices.");
            }
            Set<Object> offered = choices.offered(asked);
            Set<Object> seen = new HashSet<>();
            for (Object choice : chosen) {
                choices.demand(choice, offered, asked);
                if (!seen.add(Choices.comparable(choice))) {
                    throw asked.refusal("contains one choice twice.");
                }
            }
            return List.copyOf(chosen);
        }

        @Override
        public Object nothing() {
            return List.of();
        }

        @Override
        public boolean answers(Object value) {
            return value instanceof List<?> chosen && !chosen.isEmpty();
        }

        @Override
        public String missing() {
            return "is missing: please choose at least one.";
        }
    }

    /** @param source key of the sheet that holds the choices, or null when the form itself names them */
    record Choices(List<Object> named, String source) {

        Set<Object> offered(Asked asked) {
            List<?> values = source == null ? named : asked.shown().apply(source) instanceof List<?> list ? list : List.of();
            Set<Object> offered = new HashSet<>();
            for (Object value : values) {
                offered.add(comparable(value instanceof Map<?, ?> choice ? choice.get("value") : value));
            }
            offered.remove(null);
            return offered;
        }

        void demand(Object choice, Set<Object> offered, Asked asked) {
            if (choice == null || !offered.contains(comparable(choice))) {
                throw asked.refusal("does not offer this choice: please reload the page and choose again.");
            }
        }

        /** Equal for numbers that are equal, whatever their class. */
        private static Object comparable(Object value) {
            BigDecimal number = value instanceof Number ? Figure.exact((Number) value) : null;
            return number == null ? value : number.stripTrailingZeros();
        }
    }
}
