package org.commonground.access;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Application;

import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.engine.rest.mapper.MultipartFormData;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Everything to which the running application would answer: the platform's routes by Jersey's own model, ours and files by Spring's. */
final class HouseRoutes {

    /** Where the platform hangs what; a servlet that is not here is a new mount. */
    static final Map<String, Class<? extends Application>> WEBAPPS = Map.of("/camunda/api/cockpit", CockpitApplication.class,
            "/camunda/api/admin", AdminApplication.class, "/camunda/api/tasklist", TasklistApplication.class,
            "/camunda/api/welcome", WelcomeApplication.class, "/camunda/api/engine", EngineRestApplication.class);
    static final String REST = "/engine-rest";
    /** The mounts of the engine's interface, longest first. */
    static final List<String> ENGINE = List.of("/camunda/api/engine/engine/{name}", "/engine-rest/engine/{name}", "/engine-rest");

    private static final Set<Class<?>> VALUES = Set.of(VariableValueDto.class, MultipartFormData.class);

    private final TreeSet<Route> found = new TreeSet<>(Comparator.comparing(Route::path).thenComparing(Route::method));
    private final TreeSet<Route> bringingValues = new TreeSet<>(found.comparator());

    private HouseRoutes() {
    }

    /** The platform's routes that take values for a case, or files for them, out of what is sent. */
    static Collection<Route> bringingValues() {
        return ofThePlatform().bringingValues;
    }

    private static HouseRoutes ofThePlatform() {
        HouseRoutes routes = new HouseRoutes();
        CamundaRestResources.getResourceClasses().forEach(type -> routes.add(type, REST));
        WEBAPPS.forEach((mount, type) -> application(type).getClasses().forEach(resource -> routes.add(resource, mount)));
        return routes;
    }

    static Collection<Route> of(ApplicationContext house) {
        HouseRoutes routes = ofThePlatform();
        house.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().forEach(routes::addOurs);
        house.getBeansOfType(AbstractUrlHandlerMapping.class).values()
                .forEach(files -> files.getHandlerMap().keySet().forEach(path -> routes.found.add(new Route("GET", path))));
        return routes.found;
    }

    /** Paths of all servlets. */
    static List<String> mounts(ServletContext context) {
        return context.getServletRegistrations().values().stream().flatMap(servlet -> servlet.getMappings().stream()).sorted().toList();
    }

    private static Application application(Class<? extends Application> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private void add(Class<?> type, String mount) {
        Resource resource = Resource.from(type, true);
        if (resource != null) {
            walk(resource, mount + slashed(resource.getPath()));
        }
    }

    private void walk(Resource resource, String path) {
        for (ResourceMethod method : resource.getResourceMethods()) {
            Route route = new Route(method.getHttpMethod(), path);
            found.add(route);
            if (method.getInvocable().getParameters().stream().filter(parameter -> parameter.getSource() == Parameter.Source.ENTITY)
                    .anyMatch(parameter -> brings(parameter.getType(), new HashSet<>()))) {
                bringingValues.add(route);
            }
        }
        if (resource.getResourceLocator() != null) {
            walk(Resource.builder(resource.getResourceLocator().getInvocable().getRawResponseType(), true).build(), path);
        }
        resource.getChildResources().forEach(child -> walk(child, path + slashed(child.getPath())));
    }

    /** Whether a value, or something that cannot be seen through, lies anywhere in what Jackson makes of the body. */
    private static boolean brings(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return false;
        }
        if (type instanceof ParameterizedType of) {
            return Stream.concat(Stream.of(of.getRawType()), Stream.of(of.getActualTypeArguments())).anyMatch(part -> brings(part, seen));
        }
        if (type instanceof WildcardType any) {
            return Stream.of(any.getUpperBounds()).anyMatch(part -> brings(part, seen));
        }
        if (!(type instanceof Class<?> plain) || VALUES.contains(plain)) {
            return true;
        }
        return plain.getName().startsWith("org.camunda") && !plain.isEnum()
                && Stream.<Class<?>>iterate(plain, one -> one != null, Class::getSuperclass)
                .flatMap(one -> Stream.of(one.getDeclaredFields())).filter(field -> !Modifier.isStatic(field.getModifiers()))
                .anyMatch(field -> brings(field.getGenericType(), seen));
    }

    private static String slashed(String path) {
        return path == null || path.isEmpty() || path.equals("/") ? "" : path.startsWith("/") ? path : "/" + path;
    }

    private void addOurs(RequestMappingInfoHandlerMapping mapping) {
        mapping.getHandlerMethods().keySet().forEach(info -> info.getPatternValues().forEach(path -> {
            List<String> methods = new ArrayList<>(info.getMethodsCondition().getMethods().stream().map(Enum::name).toList());
            (methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream()).forEach(method -> found.add(new Route(method, path)));
        }));
    }

    /** @param path with {@code {parts}} as whoever wrote it called them */
    record Route(String method, String path) {

        /** Without the mount and without the names of its parts: as it stands in the list of closed routes. */
        Route plain() {
            String rest = ENGINE.stream().filter(mount -> path.startsWith(mount + "/")).findFirst()
                    .map(mount -> path.substring(mount.length())).orElse(path);
            return new Route(method, rest.replaceAll("\\{[^/}]*(\\{[^}]*}[^/}]*)*}", "{}"));
        }

        /** An address of this kind behind which there is nothing. */
        String sample() {
            return path.replace("{name}", path.contains("/engine/{name}") ? "default" : "no-such-name")
                    .replaceAll("\\{(engine|processEngineName)}", "default").replaceAll("\\{app(:[^}]*)?}", "tasklist")
                    .replace("{number:P-\\d{4}-\\d+}", "P-1999-9999").replace("{nr:[0-9]{1,6}}", "1").replace("{number}", "P-1999-9999")
                    .replaceAll("\\{file:[^}]*}", "app/no-such.js").replaceAll("\\{\\*?(\\w|-)+(:[^}]*)?}", "no-such-thing")
                    .replace("/**", "/no-such-thing");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
