package org.commonground.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import camundajar.impl.scala.Option;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.spin.SpinValueMapperFactory;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.valuemapper.CustomValueMapper;
import org.camunda.feel.valuemapper.JavaCustomValueMapper;
import org.camunda.spin.Spin;

/**
 * The one engine for decisions, for tables and for the conditions of forms: FEEL over plain values. It has no other language to run, even
 * if a file should ask for one.
 */
final class GuardedDecisions {

    private GuardedDecisions() {
    }

    static DefaultDmnEngineConfiguration configuration() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setElProvider(expression -> {
            throw new ProcessEngineException("A decision is written in FEEL, and “" + expression + "” is not.");
        });
        configuration.setScriptEngineResolver(language -> {
            throw new ProcessEngineException("A decision is written in FEEL, and not in “" + language + "”.");
        });
        configuration.setFeelEngineFactory(PlainFeel::new);
        return configuration;
    }

    /** The stock one lets FEEL call every method of every Java object that it meets. */
    private static final class PlainFeel extends ScalaFeelEngine {

        PlainFeel() {
            super(List.of());
        }

        @Override
        protected camundajar.impl.scala.collection.immutable.List<CustomValueMapper> getValueMappers() {
            return toScalaList(new PlainValues(), new JavaValueMapper(), new SpinValueMapperFactory().createInstance());
        }
    }

    /** Comes before all others, and lets through what they make a FEEL value of. */
    private static final class PlainValues extends JavaCustomValueMapper {

        private static final Set<Class<?>> PLAIN = Set.of(Val.class, String.class, Boolean.class, Short.class, Integer.class, Long.class,
                Float.class, Double.class, BigDecimal.class, BigInteger.class, Enum.class, Temporal.class, Duration.class, Period.class,
                Date.class, List.class, Map.class, Spin.class, Option.class, camundajar.impl.scala.collection.Iterable.class,
                camundajar.impl.scala.math.ScalaNumber.class);

        @Override
        public Optional<Val> toValue(Object given, Function<Object, Val> others) {
            if (given != null && PLAIN.stream().noneMatch(plain -> plain.isInstance(given))) {
                throw new FeelException("A decision is asked with plain values, and not with a " + given.getClass().getSimpleName() + ".");
            }
            return Optional.empty();
        }

        @Override
        public Optional<Object> unpackValue(Val value, Function<Val, Object> others) {
            return Optional.empty();
        }

        @Override
        public int priority() {
            return Integer.MAX_VALUE;
        }
    }
}
