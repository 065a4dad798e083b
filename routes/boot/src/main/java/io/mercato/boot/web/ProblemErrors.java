package io.mercato.boot.web;

import io.mercato.domain.error.ErrorHolder;
import io.mercato.rest.error.ProblemBody;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors that nobody else answered, such as a path that leads nowhere: in the one shape of all errors. */
@RestController
class ProblemErrors implements ErrorController {

    @RequestMapping("${server.error.path:${error.path:/error}}")
    ResponseEntity<ProblemBody> answer(HttpServletRequest request) {
        HttpStatus status = status(request);
        String key = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        ErrorHolder holder = ErrorHolder.of(key, says(status));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new ProblemBody(
                        "about:blank",
                        status.getReasonPhrase(),
                        status.value(),
                        holder.error(),
                        (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                        List.of(holder)));
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static String says(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing at this address";
            case METHOD_NOT_ALLOWED -> "This address does not know this method";
            case UNSUPPORTED_MEDIA_TYPE -> "This media type is not understood here";
            case NOT_ACCEPTABLE -> "The answer is not to be had in this media type";
            case BAD_REQUEST -> "The request cannot be understood";
            case SERVICE_UNAVAILABLE -> "The platform is not ready just now; try again in a moment";
            default ->
                status.is5xxServerError()
                        ? "Something went wrong here; it has been recorded"
                        : status.getReasonPhrase();
        };
    }
}
