package org.commonground.webapp;

import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The engine's no is an answer on our own pages too, and no fault of the house. */
@ControllerAdvice
class RefusedCalls {

    @ExceptionHandler(AuthorizationException.class)
    @ResponseStatus(value = HttpStatus.FORBIDDEN, reason = "You may not do this here.")
    void refused() {
        // The status is the answer.
    }
}
