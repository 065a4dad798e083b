package io.mercato.rest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Reads a request's body into its record, and says in words which field breaks which rule. */
@Component
public class RequestReader {
    private static final Set<String> NOT_STORABLE = Set.of(StorableText.PROBLEM, StorableTime.PROBLEM);

    /** What Bean Validation adds to the path: {@code faq[q].<map value>}, {@code values<K>[k].<map key>}. */
    private static final Pattern WITHIN =
            Pattern.compile("<[A-Z]>(?=\\[)|\\.<(?:map key|map value|list element|iterable element)>");

    private final RestJson json;
    private final Validator validator;

    public RequestReader(RestJson json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    public <I> I read(byte[] raw, Class<I> type) {
        if (raw == null || raw.length == 0) {
            throw new MercatoException(ErrorKind.INVALID, "missing-body", "The request has no body");
        }
        I value = parse(raw, type);
        if (value == null) {
            throw new MercatoException(ErrorKind.INVALID, "missing-body", "The request's body is null");
        }
        List<ErrorHolder> holders = value instanceof Object[] items ? ofItems(items) : ofOne(value, "");
        if (!holders.isEmpty()) {
            throw new MercatoException(ErrorKind.INVALID, holders, null);
        }
        return value;
    }

    private List<ErrorHolder> ofItems(Object[] items) {
        return IntStream.range(0, items.length)
                .boxed()
                .flatMap(i -> (items[i] == null
                                ? List.of(Errors.fieldHolder("[" + i + "]", "must not be null"))
                                : ofOne(items[i], "[" + i + "]."))
                        .stream())
                .toList();
    }

    private List<ErrorHolder> ofOne(Object value, String prefix) {
        Set<ConstraintViolation<Object>> violations = validator.validate(value);
        return violations.stream()
                .sorted(Comparator.comparing(v -> v.getPropertyPath().toString()))
                .map(v -> Errors.fieldHolder(prefix + field(v.getPropertyPath()), v.getMessage()))
                .toList();
    }

    private <I> I parse(byte[] raw, Class<I> type) {
        try {
            return json.read(raw, type);
        } catch (InvalidFormatException e) {
            throw Errors.invalidField(field(e), problem(e));
        } catch (JsonParseException e) {
            throw new MercatoException(
                    ErrorKind.INVALID,
                    "malformed-json",
                    "The request's body is not JSON: line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        } catch (InvalidNullException e) {
            throw Errors.invalidField(field(e), "must not be null");
        } catch (JsonMappingException e) {
            MercatoException ours = cause(e);
            throw ours != null ? ours : Errors.invalidField(field(e), "has the wrong type");
        } catch (JsonProcessingException e) {
            throw new MercatoException(ErrorKind.INVALID, "malformed-json", "The request's body is not JSON");
        } catch (IOException e) {
            throw new MercatoException(ErrorKind.INVALID, "unreadable-body", "The request's body cannot be read");
        }
    }

    private static MercatoException cause(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof MercatoException ours) {
                return ours;
            }
        }
        return null;
    }

    private static String problem(InvalidFormatException e) {
        Class<?> type = e.getTargetType();
        if (type != null && type.isEnum()) {
            return "must be one of " + Arrays.toString(type.getEnumConstants());
        }
        return NOT_STORABLE.contains(e.getOriginalMessage()) ? e.getOriginalMessage() : "has the wrong type";
    }

    private static String field(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else if (step.getFrom() instanceof Map && !path.isEmpty()) {
                path.append('[').append(step.getFieldName()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    /** As a client writes it: {@code values[k]}, without the words for what of a list or a map it is. */
    private static String field(Path path) {
        return WITHIN.matcher(path.toString()).replaceAll("");
    }
}
