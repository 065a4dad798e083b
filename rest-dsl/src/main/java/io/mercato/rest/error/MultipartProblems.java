package io.mercato.rest.error;

import io.mercato.rest.ApiVersion;
import io.mercato.rest.RestJson;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** A form that cannot be taken apart fails before any operation is reached. */
@ControllerAdvice
public class MultipartProblems {
    private final RestJson json;

    public MultipartProblems(RestJson json) {
        this.json = json;
    }

    @ExceptionHandler(MultipartException.class)
    ResponseEntity<byte[]> malformed(HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, request);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<byte[]> tooLarge(HttpServletRequest request) {
        return problem(HttpStatus.PAYLOAD_TOO_LARGE, request);
    }

    private ResponseEntity<byte[]> problem(HttpStatus status, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(json.write(ProblemErrors.problem(status, request.getRequestURI()), ApiVersion.NEWEST));
    }
}
