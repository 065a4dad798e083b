package io.mercato.rest.cmw.people;

import static io.mercato.rest.cmw.References.or;

import io.mercato.domain.cmw.people.Notification;
import io.mercato.domain.identity.Role;
import io.mercato.rest.Call;
import io.mercato.rest.UrlEntity;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/** {@code Notify} of the contract; {@code about} is what it is about, where it is told to one user about what is his. */
public record NotifyBody(
        Integer id,
        String self,
        @NotBlank @Size(max = 2000) String message,
        Instant start,
        Instant end,
        @Size(max = 8) List<@NotNull Role> userRoles,
        UrlEntity user,
        UrlEntity about) {

    static NotifyBody of(Notification notification) {
        return new NotifyBody(
                notification.id(),
                "notification/" + notification.id(),
                notification.message(),
                notification.start(),
                notification.end(),
                notification.userRoles(),
                UrlEntity.of("user", notification.userId()),
                notification.about() == null ? null : new UrlEntity(notification.about()));
    }

    Notification toDomain(Call call) {
        return new Notification(null, message.strip(), or(userRoles, List.of()), null, null, start, end);
    }
}
