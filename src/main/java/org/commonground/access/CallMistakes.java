package org.commonground.access;

import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;

import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/**
 * A call that names nothing, or something that is not there, is the caller's mistake. The platform would answer it as a failure of its
 * own, with the inside of its code in the answer. Found by each of the platform's REST applications by itself.
 */
public class CallMistakes implements AutoDiscoverable {

    private static final String NOT_THERE = "There is no such thing here, or not any more.";
    private static final String INCOMPLETE = "This call cannot be carried out: something it needs is missing, wrong or not there any more.";

    @Override
    public void configure(FeatureContext application) {
        application.register(NothingGiven.class).register(NothingFound.class).register(NothingFoundInside.class)
                .register(Unreadable.class)
                .register(PagesOfLists.class);
    }

    private static Response answer(Request request) {
        boolean reads = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        return reads ? answer(Status.NOT_FOUND, NOT_THERE) : answer(Status.BAD_REQUEST, INCOMPLETE);
    }

    private static Response answer(Status status, String sentence) {
        ExceptionDto answer = new ExceptionDto();
        answer.setType("Refusal");
        answer.setMessage(sentence);
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(answer).build();
    }

    /** The database would be asked for the rows before the first. */
    static class PagesOfLists implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext call) {
            boolean negative = Stream.of("firstResult", "maxResults")
                    .map(call.getUriInfo().getQueryParameters()::getFirst).anyMatch(number -> number != null && number.startsWith("-"));
            if (negative) {
                call.abortWith(answer(Status.BAD_REQUEST, "Lists are counted from 0 on: firstResult and maxResults cannot be negative."));
            }
        }
    }

    /** The call lacks what the platform takes for granted. */
    @Priority(1)
    static class NothingGiven implements ExceptionMapper<NullPointerException> {

        @Context
        private Request request;

        @Override
        public Response toResponse(NullPointerException missing) {
            return answer(request);
        }
    }

    @Priority(1)
    static class NothingFound implements ExceptionMapper<NullValueException> {

        @Context
        private Request request;

        @Override
        public Response toResponse(NullValueException missing) {
            return answer(request);
        }
    }

    /** The same, wrapped by the platform in a failure; every other failure is told as the platform would. */
    @Priority(1)
    static class NothingFoundInside implements ExceptionMapper<RestException> {

        @Context
        private Request request;

        @Override
        public Response toResponse(RestException failure) {
            return failure.getStatus() == Status.INTERNAL_SERVER_ERROR && isAboutNothing(failure)
                    ? answer(request) : ExceptionHandlerHelper.getInstance().getResponse(failure);
        }
    }

    private static boolean isAboutNothing(Throwable failure) {
        return failure != null && (failure instanceof NullValueException || failure instanceof NotFoundException
                || isAboutNothing(failure.getCause()));
    }

    /** A word where a number or one of some words should stand. */
    @Priority(1)
    static class Unreadable implements ExceptionMapper<IllegalArgumentException> {

        @Context
        private Request request;

        @Override
        public Response toResponse(IllegalArgumentException wrong) {
            return answer(request);
        }
    }
}
