package org.commonground.engine;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/**
 * Expressions that reach what {@link ExpressionRules} allows and nothing else. The stock manager lets a diagram or a filter call
 * every service of the engine, every bean of the application and, through {@code getClass()}, everything.
 */
final class ModelExpressionManager extends JuelExpressionManager {

    private final OpenBeans openBeans;
    private final ExpressionRules rules;

    ModelExpressionManager(OpenBeans beans) {
        this.openBeans = beans;
        this.rules = new ExpressionRules(beans);
    }

    /** Every expression passes here, of diagrams when they are deployed, of filters when they are asked. */
    @Override
    public ValueExpression createValueExpression(String expression) {
        rules.complaint(expression).ifPresent(complaint -> {
            throw new ProcessEngineException(complaint);
        });
        return super.createValueExpression(expression);
    }

    @Override
    protected ELResolver createElResolver() {
        return new Reach(openBeans);
    }

    /** Beans first, so that no variable can take the place of one. The rest is closed even if the text should pass. */
    private static final class Reach extends ELResolver {

        private final OpenBeans beans;
        private final ELResolver variables = new VariableScopeElResolver();
        private final ELResolver decisionVariables = new VariableContextElResolver();

        Reach(OpenBeans beans) {
            this.beans = beans;
        }

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base == null) {
                return named(context, (String) property);
            }
            Object value;
            if (base instanceof DelegateExecution execution && ExpressionRules.OF_EXECUTION.containsKey(property)) {
                value = ExpressionRules.OF_EXECUTION.get(property).apply(execution);
            } else if (base instanceof DelegateTask task && ExpressionRules.OF_TASK.containsKey(property)) {
                value = ExpressionRules.OF_TASK.get(property).apply(task);
            } else {
                return null;
            }
            context.setPropertyResolved(true);
            return value;
        }

        private Object named(ELContext context, String name) {
            if (beans.has(name)) {
                context.setPropertyResolved(true);
                return beans.get(name);
            }
            Object value = variables.getValue(context, null, name);
            return context.isPropertyResolved() ? value : decisionVariables.getValue(context, null, name);
        }

        @Override
        public Object invoke(ELContext context, Object base, Object name, Class<?>[] types, Object[] arguments) {
            List<Method> methods = base == null ? List.of() : OpenBeans.methods(base, name.toString(), arguments.length);
            if (methods.isEmpty()) {
                return null;
            }
            context.setPropertyResolved(true);
            return call(methods.get(0), base, converted(context, methods.get(0), arguments));
        }

        private static Object[] converted(ELContext context, Method method, Object[] arguments) {
            ExpressionFactory converter = (ExpressionFactory) context.getContext(ExpressionFactory.class);
            Object[] converted = new Object[arguments.length];
            for (int i = 0; i < arguments.length; i++) {
                converted[i] = converter.coerceToType(arguments[i], method.getParameterTypes()[i]);
            }
            return converted;
        }

        private static Object call(Method method, Object bean, Object[] arguments) {
            try {
                return method.invoke(bean, arguments);
            } catch (InvocationTargetException failed) {
                throw new ELException(failed.getCause());
            } catch (IllegalAccessException closed) {
                throw new ELException(closed);
            }
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw new PropertyNotWritableException("Expressions only read");
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return Object.class;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }
    }
}
