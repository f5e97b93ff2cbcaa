package org.commonground.meeting;

import java.time.LocalDate;

/**
 * How far one meeting is from the next. Each date is counted from the first day, so that short months and odd numbers leave no trace: seven
 * times a year are seven every year.
 *
 * @param months from one to the next; 0 where a year is not so many whole months
 * @param times  so often in a year
 */
record MeetingInterval(int months, int times) {

    private static final int MONTHS = 12;
    private static final int DAYS = 365;
    /** People need two weeks to keep a day free. */
    private static final int NOTICE_DAYS = 14;
    /** The shortest month: where meetings come more often than every second one of them, the notice is shorter. */
    private static final int MONTH_DAYS = 28;

    static MeetingInterval timesAYear(int times) {
        return MONTHS % times == 0 ? ofMonths(MONTHS / times) : new MeetingInterval(0, times);
    }

    static MeetingInterval ofMonths(int months) {
        return new MeetingInterval(months, 0);
    }

    /** The how manyth date, from 1. */
    LocalDate date(LocalDate begins, int nr) {
        return months > 0 ? begins.plusMonths((long) months * nr)
                : begins.plusYears(nr / times).plusDays((long) (nr % times) * DAYS / times);
    }

    /** Which date is the first one after this day. */
    int firstAfter(LocalDate begins, LocalDate day) {
        int nr = 1;
        while (!date(begins, nr).isAfter(day)) {
            nr++;
        }
        return nr;
    }

    /**
     * How many days before a meeting somebody is asked to invite: at most half of the time between two, so that nobody prepares two at
     * once.
     */
    int notice() {
        return Math.min(NOTICE_DAYS, (months > 0 ? months * MONTH_DAYS : DAYS / times) / 2);
    }

    /** Of a meeting without a rhythm. */
    static int usualNotice() {
        return NOTICE_DAYS;
    }
}
