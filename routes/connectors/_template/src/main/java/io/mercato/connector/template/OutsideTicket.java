package io.mercato.connector.template;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket in the outside system's words. Fields that it adds one day are ignored. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
record OutsideTicket(
        @Nullable Long id,
        @Nullable String url,
        @JsonProperty("external_id") @Nullable String externalId,
        @Nullable String queue,
        @Nullable String subject,
        @Nullable String description,
        @Nullable Requester requester,
        @Nullable List<String> tags) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Requester(String name, String email, String locale) {}

    /** Envelope of one: what is sent, and what comes back for it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record One(@Nullable OutsideTicket ticket) {}

    /** Envelope of a search's results. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Many(@Nullable List<OutsideTicket> tickets) {}
}
