package io.mercato.domain.cmw.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user says of himself besides.
 *
 * @param doNotTrack whether his steps must not be measured
 * @param subscribedToNotificationEmails whether he wants e-mails that he need not get
 * @param pec his certified address
 * @param groups what he does at his company
 */
public record UserDetails(
        boolean doNotTrack,
        boolean subscribedToNotificationEmails,
        @Nullable String pec,
        List<UserGroup> groups,
        @Nullable Address homeAddress) {
    public static final UserDetails NONE = new UserDetails(false, true, null, List.of(), null);
}
