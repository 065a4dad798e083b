package io.mercato.rest.error;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mercato.processors.json.JsonConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Errors of requests that are too broken to reach the application: in the one shape of all errors. */
public class ProblemReportValve extends ErrorReportValve {
    private static final ObjectMapper JSON = JsonConfiguration.newMapper();

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        boolean mute = response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported();
        if (mute) {
            return;
        }
        HttpStatus known = HttpStatus.resolve(response.getStatus());
        HttpStatus status = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getReporter().write(JSON.writeValueAsString(ProblemErrors.problem(status, null)));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("The client left before it could be told " + status, e);
        }
    }
}
