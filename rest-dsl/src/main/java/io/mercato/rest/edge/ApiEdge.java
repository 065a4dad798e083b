package io.mercato.rest.edge;

import io.mercato.rest.ApiVersion;
import io.mercato.rest.RestJson;
import io.mercato.rest.error.ProblemErrors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that is too large before anybody reads it, and is lenient about media types. */
@Component
public class ApiEdge extends OncePerRequestFilter {
    private static final long UNKNOWN = -1;

    private final EdgeProperties limits;
    private final RestJson json;

    public ApiEdge(EdgeProperties limits, RestJson json) {
        this.limits = limits;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean upload = isUpload(request);
        long limit = (upload ? limits.maxUpload() : limits.maxBody()).toBytes();
        long length = request.getContentLengthLong();
        boolean chunked = length == UNKNOWN && request.getHeader("Transfer-Encoding") != null;
        if (length > limit) {
            refuse(request, response, HttpStatus.PAYLOAD_TOO_LARGE);
        } else if (chunked && upload) {
            refuse(request, response, HttpStatus.LENGTH_REQUIRED);
        } else if (chunked) {
            byte[] body = request.getInputStream().readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limit + 1));
            if (body.length > limit) {
                refuse(request, response, HttpStatus.PAYLOAD_TOO_LARGE);
            } else {
                chain.doFilter(new LenientRequest(new BufferedRequest(request, body)), response);
            }
        } else {
            chain.doFilter(new LenientRequest(request), response);
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type =
                request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        return type.startsWith("multipart/") || type.startsWith(MediaType.APPLICATION_OCTET_STREAM_VALUE);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.write(ProblemErrors.problem(status, request.getRequestURI()), ApiVersion.NEWEST));
    }
}
