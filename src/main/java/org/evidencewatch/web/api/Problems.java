package org.evidencewatch.web.api;

import jakarta.servlet.http.HttpServletResponse;
import org.evidencewatch.web.Outage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Answers whatever goes wrong in the room with problem details, and tells nothing of how the program is made. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int LONGEST = 200;

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(status, unread(failure));
        return handleExceptionInternal(failure, problem, headers, status, request);
    }

    /** What fails once an answer has begun can only be left to break off. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> failed(Exception failure, HttpServletResponse response) {
        if (response.isCommitted()) {
            LOG.info("an answer broke off", failure);
            return null;
        }
        if (Outage.is(failure)) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER)
                    .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, Outage.SENTENCE));
        }
        LOG.error("a request failed", failure);
        return ResponseEntity.internalServerError()
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.INTERNAL_SERVER_ERROR, "That is our fault. The log of the server tells more."));
    }

    private static String unread(HttpMessageNotReadableException failure) {
        return switch (failure.getCause()) {
            case UnrecognizedPropertyException unknown -> "There is no field " + field(unknown) + ".";
            case StreamReadException broken ->
                "The body is no JSON that can be read, from line %d, column %d on."
                        .formatted(
                                broken.getLocation().getLineNr(),
                                broken.getLocation().getColumnNr());
            case JacksonException wrong
            when !wrong.getPath().isEmpty() ->
                "The field " + field(wrong) + " holds a value of another kind than it should.";
            case null, default -> "The body is missing, or is no JSON object.";
        };
    }

    /** Where in the body, such as {@code claims[0].ordinal}. */
    private static String field(JacksonException wrong) {
        var path = new StringBuilder();
        wrong.getPath()
                .forEach(step -> path.append(
                        step.getPropertyName() == null
                                ? "[" + step.getIndex() + "]"
                                : (path.isEmpty() ? "" : ".") + step.getPropertyName()));
        return path.length() <= LONGEST ? path.toString() : path.substring(0, LONGEST) + "…";
    }
}
