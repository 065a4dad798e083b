package io.mercato.domain.cmw.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer thinks of a product.
 *
 * @param id null until it is stored
 * @param userId its author; whoever writes it is
 * @param userName the author's login name, for himself and for staff; null for others
 * @param realName as this reader may know it
 * @param rating 1 to 5; null for words alone
 * @param comment the words; empty for a rating alone
 * @param date when it was written or changed last
 * @param editable whether this reader may change it
 * @param deletable whether he may remove it
 */
public record Comment(
        @Nullable Integer id,
        int productId,
        int userId,
        @Nullable String userName,
        String realName,
        @Nullable Integer rating,
        String comment,
        @Nullable Instant date,
        boolean editable,
        boolean deletable) {}
