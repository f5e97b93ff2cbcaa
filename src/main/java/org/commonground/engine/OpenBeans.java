package org.commonground.engine;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * The beans that diagrams may name: delegates, and what is {@link OpenToModels}; only of the latter may methods be called. They
 * are fetched when an expression asks for them, since a bean may need the engine that is just being built.
 */
final class OpenBeans {

    private final ListableBeanFactory beans;
    private final SingletonSupplier<Set<String>> delegates;
    private final SingletonSupplier<Set<String>> open;

    OpenBeans(ListableBeanFactory beans) {
        this.beans = beans;
        this.delegates = SingletonSupplier.of(() -> names(beans.getBeanNamesForType(JavaDelegate.class, true, false)));
        this.open = SingletonSupplier.of(() -> names(beans.getBeanNamesForAnnotation(OpenToModels.class)));
    }

    private static Set<String> names(String[] names) {
        return new TreeSet<>(Arrays.asList(names));
    }

    boolean has(String name) {
        return isDelegate(name) || isOpen(name);
    }

    boolean isDelegate(String name) {
        return delegates.obtain().contains(name);
    }

    boolean isOpen(String name) {
        return open.obtain().contains(name);
    }

    /** The room whose machine has this delegate, without waking it; empty where there is none. */
    Optional<String> roomOf(String delegate) {
        if (!isDelegate(delegate) || !(beans instanceof ConfigurableListableBeanFactory factory)) {
            return Optional.empty();
        }
        String holder = Optional.ofNullable(factory.getMergedBeanDefinition(delegate).getFactoryBeanName()).orElse(delegate);
        return Optional.ofNullable(beans.getType(holder, false)).map(ClassUtils::getUserClass).map(Naming::room);
    }

    Object get(String name) {
        return beans.getBean(name);
    }

    /** Whether the open bean has such a method; asked when a diagram is deployed, without waking the bean. */
    boolean answers(String name, String method, int arguments) {
        Class<?> type = beans.getType(name, false);
        return type != null && !methods(ClassUtils.getUserClass(type), method, arguments).isEmpty();
    }

    /** Whether the date that this method of an open bean gives can be moved by what the partners agree. */
    boolean mayMove(String name, String method) {
        Class<?> type = beans.getType(name, false);
        return type != null && Arrays.stream(ClassUtils.getUserClass(type).getMethods())
                .anyMatch(one -> one.getName().equals(method) && one.isAnnotationPresent(MayMove.class));
    }

    /** The methods that an expression may call on this object: none, unless its class is open to models. */
    static List<Method> methods(Object bean, String method, int arguments) {
        Class<?> type = AopUtils.getTargetClass(bean);
        return AnnotationUtils.findAnnotation(type, OpenToModels.class) == null ? List.of() : methods(type, method, arguments);
    }

    private static List<Method> methods(Class<?> type, String method, int arguments) {
        return Arrays.stream(type.getMethods())
                .filter(candidate -> candidate.getName().equals(method) && candidate.getParameterCount() == arguments)
                .filter(candidate -> candidate.getDeclaringClass() != Object.class && !candidate.isBridge())
                .peek(ReflectionUtils::makeAccessible)
                .toList();
    }
}
