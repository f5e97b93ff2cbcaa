package org.commonground.withdrawal.process;

import static org.commonground.withdrawal.process.WithdrawalVariables.matter;

import org.commonground.engine.CaseTasks;
import org.commonground.engine.DueDates;
import org.commonground.engine.Machine;
import org.commonground.withdrawal.PassingService;
import org.commonground.withdrawal.WithdrawalService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boxes of a withdrawal that nobody does by hand. */
@Configuration(proxyBeanMethods = false)
class WithdrawalMachine {

    private final WithdrawalService withdrawals;
    private final PassingService passings;

    WithdrawalMachine(WithdrawalService withdrawals, PassingService passings) {
        this.withdrawals = withdrawals;
        this.passings = passings;
    }

    @Bean
    Machine askTakersDelegate(DueDates deadlines) {
        return context -> passings.askTakers(matter(context), deadlines.dueFor("take-over-offers")
                .filter(withdrawals.lastDay(matter(context))::isAfter).orElseGet(() -> withdrawals.lastDay(matter(context))));
    }

    @Bean
    Machine passThingsOnDelegate(CaseTasks tasks) {
        return context -> {
            passings.carryOut(matter(context));
            tasks.recalculate(context.partnership());
        };
    }

    @Bean
    Machine closeOffersDelegate() {
        return context -> passings.closeOffers(matter(context));
    }

    @Bean
    Machine releaseThingsDelegate() {
        return context -> passings.carryOut(matter(context));
    }

    @Bean
    Machine closeReleasesDelegate() {
        return context -> passings.closeReleases(matter(context));
    }

    @Bean
    Machine beginNoticeTimeDelegate() {
        return context -> withdrawals.beginNoticeTime(matter(context));
    }

    @Bean
    Machine endWithdrawalDelegate() {
        return context -> withdrawals.endUnwritten(matter(context));
    }

    @Bean
    Machine endOvertakenWithdrawalDelegate() {
        return context -> withdrawals.endOvertaken(matter(context));
    }
}
