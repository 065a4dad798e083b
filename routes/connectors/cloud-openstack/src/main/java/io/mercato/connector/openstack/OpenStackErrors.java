package io.mercato.connector.openstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Throwables;
import com.google.gson.JsonParseException;
import com.google.gson.stream.MalformedJsonException;
import io.mercato.domain.cloud.CloudException;
import io.mercato.domain.error.ErrorKind;
import java.io.IOException;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jclouds.http.HttpResponse;
import org.jclouds.http.HttpResponseException;
import org.jclouds.rest.AuthorizationException;
import org.jclouds.rest.ResourceNotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that turns what OpenStack, the network and jclouds complain about into a {@link CloudException}. The
 * text is what the cloud said. jclouds' own exceptions quote the request, which may hold a password, so they are not
 * kept as a cause.
 */
final class OpenStackErrors {
    static final String CREDENTIALS = "cloud-credentials-refused";
    static final String QUOTA = "cloud-quota-exceeded";
    static final String UNAVAILABLE = "cloud-unavailable";
    static final String REFUSED = "cloud-request-refused";
    static final String NOT_FOUND = "cloud-resource-not-found";
    static final String SERVICE_MISSING = "cloud-service-missing";
    static final String UNREADABLE = "cloud-answer-unreadable";
    static final String NO_BANDWIDTH = "bandwidth-not-available";

    private static final Logger LOG = LoggerFactory.getLogger(OpenStackErrors.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_MESSAGE = 300;

    private OpenStackErrors() {}

    /** Runs a call through jclouds; whatever it throws comes out as a CloudException. */
    static <T> T translating(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException | Error e) {
            throw of(e);
        }
    }

    static CloudException of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            CloudException known = ofOne(cause);
            if (known != null) {
                return known;
            }
        }
        Throwable root = Throwables.getRootCause(failure);
        LOG.warn("Cannot make sense of the cloud's answer", root);
        return new CloudException(
                ErrorKind.BROKEN, UNREADABLE, "The cloud's answer makes no sense (" + name(root) + ")", root);
    }

    private static @Nullable CloudException ofOne(Throwable failure) {
        if (failure instanceof CloudException known) {
            return known;
        }
        if (failure instanceof HttpResponseException answered && answered.getResponse() != null) {
            return of(answered.getResponse(), answered.getContent());
        }
        boolean unreadable = failure instanceof JsonProcessingException
                || failure instanceof JsonParseException
                || failure instanceof MalformedJsonException;
        if (unreadable) {
            return unreadable();
        }
        if (failure instanceof IOException || failure instanceof TimeoutException) {
            return new CloudException(
                    ErrorKind.RETRYABLE, UNAVAILABLE, "The cloud cannot be reached: " + reason(failure), failure);
        }
        if (failure instanceof NoSuchElementException) {
            return serviceMissing(String.valueOf(failure.getMessage()));
        }
        return failure.getCause() == null ? ofBare(failure) : null;
    }

    private static @Nullable CloudException ofBare(Throwable failure) {
        if (failure instanceof AuthorizationException) {
            return new CloudException(ErrorKind.FORBIDDEN, CREDENTIALS, "The cloud refuses the credentials", null);
        }
        if (failure instanceof ResourceNotFoundException) {
            return new CloudException(ErrorKind.REJECTED, NOT_FOUND, "The cloud does not know the resource", null);
        }
        return null;
    }

    private static CloudException of(HttpResponse response, @Nullable String content) {
        return of(response.getStatusCode(), content, response.getFirstHeaderOrNull("Retry-After"));
    }

    /** An answer that is not one of success. */
    static CloudException of(int status, @Nullable String body, @Nullable String retryAfter) {
        String message = message(status, body);
        boolean quota = message.toLowerCase(Locale.ROOT).contains("quota");
        return switch (status) {
            case 401 -> new CloudException(ErrorKind.FORBIDDEN, CREDENTIALS, message, null);
            case 403 -> quota ? quota(message) : new CloudException(ErrorKind.FORBIDDEN, CREDENTIALS, message, null);
            case 404 -> new CloudException(ErrorKind.REJECTED, NOT_FOUND, message, null);
            case 409 -> quota ? quota(message) : unavailable(message);
            case 413 -> isRateLimit(retryAfter) ? unavailable(message) : quota(message);
            case 408, 425, 429 -> unavailable(message);
            case 501, 505 -> new CloudException(ErrorKind.REJECTED, REFUSED, message, null);
            default -> ofClass(status, message, quota);
        };
    }

    private static CloudException ofClass(int status, String message, boolean quota) {
        if (status >= 500) {
            return unavailable(message);
        }
        if (status >= 400) {
            return quota ? quota(message) : new CloudException(ErrorKind.REJECTED, REFUSED, message, null);
        }
        return new CloudException(
                ErrorKind.BROKEN, UNREADABLE, "The cloud answers " + status + " where it must not", null);
    }

    /** Older clouds say 413 both for a quota and for too many calls; only the latter names a time to wait. */
    private static boolean isRateLimit(@Nullable String retryAfter) {
        return retryAfter != null && !retryAfter.isBlank() && !"0".equals(retryAfter.trim());
    }

    /** What a failure says, in words for a person. */
    static String text(CloudException failure) {
        return String.valueOf(failure.getMessage());
    }

    static CloudException unreadable() {
        return new CloudException(
                ErrorKind.BROKEN, UNREADABLE, "The cloud answers something else than JSON as OpenStack has it", null);
    }

    static CloudException notFound(String what, String name) {
        return new CloudException(ErrorKind.REJECTED, NOT_FOUND, "The cloud has no " + what + " " + name, null);
    }

    static CloudException serviceMissing(String message) {
        return new CloudException(ErrorKind.REJECTED, SERVICE_MISSING, shorten(message), null);
    }

    static CloudException noAddress() {
        return new CloudException(
                ErrorKind.REJECTED, REFUSED, "The endpoint of an OpenStack account is an http or https address", null);
    }

    static CloudException quota(String message) {
        return new CloudException(ErrorKind.REJECTED, QUOTA, message, null);
    }

    static CloudException unavailable(String message) {
        return new CloudException(ErrorKind.RETRYABLE, UNAVAILABLE, message, null);
    }

    /** The services wrap it differently: {"itemNotFound":{"message":…}}, {"NeutronError":{…}}, {"error":{…}}. */
    private static String message(int status, @Nullable String body) {
        if (body == null || body.isBlank()) {
            return status == 401 ? "The cloud refuses the credentials" : "The cloud answers " + status;
        }
        try {
            JsonNode message = JSON.readTree(body).findValue("message");
            if (message != null && message.isTextual()) {
                return shorten(message.asText());
            }
            JsonNode neutron = JSON.readTree(body).path("NeutronError");
            if (neutron.isTextual()) {
                return shorten(neutron.asText());
            }
        } catch (JsonProcessingException e) {
            return "The cloud answers " + status + ": " + shorten(body.replaceAll("<[^>]*>|\\s+", " "));
        }
        return "The cloud answers " + status;
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? name(failure) : name(failure) + ", " + shorten(message);
    }

    private static String name(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    private static String shorten(String text) {
        String stripped = text.strip();
        return stripped.length() <= LONGEST_MESSAGE ? stripped : stripped.substring(0, LONGEST_MESSAGE) + "…";
    }
}
