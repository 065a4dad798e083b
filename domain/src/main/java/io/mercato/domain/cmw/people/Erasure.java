package io.mercato.domain.cmw.people;

import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.error.Errors;
import java.util.Collection;
import java.util.List;

/**
 * What becomes of everything about a person when he is erased (GDPR, article 17): kept is what tax law requires and what
 * tells nothing of him, the rest is removed, or replaced where something has to stand.
 */
public final class Erasure {

    /** What becomes of something. */
    public enum Fate {
        KEPT,
        /** Replaced by something that names nobody. */
        ANONYMISED,
        REMOVED
    }

    /**
     * @param where a column of the user's row, as {@code phone_number}, or a table
     * @param why in words for whoever asks
     */
    public record Trace(String where, Fate fate, String why) {}

    /** Each column of the user's row. */
    public static final List<Trace> USER = List.of(
            kept("id", "what he has bought refers to it; it names nobody"),
            kept("revision", "counts changes"),
            anonymised("user_name", "a user has one"),
            anonymised("email", "a user has one"),
            anonymised("name", "a user has one"),
            anonymised("surname", "a user has one"),
            kept("role", "names nobody"),
            removed("company_id", "he belongs to it no longer"),
            removed("company_group_id", "he belongs to it no longer"),
            removed("keycloak_id", "his account is removed"),
            kept("language", "names nobody"),
            removed("phone_number", "his own"),
            removed("public_key", "his own"),
            removed("address", "his own; that of his invoices stands with them"),
            removed("fiscal_code", "his own; that of his invoices stands with them"),
            removed("external_id", "names him elsewhere"),
            kept("enabled", "he is not any more"),
            kept("deleted", "he is"),
            kept("accepted_terms", "that he did is what contracts rest on"),
            anonymised("metadata", "what others noted about him"),
            anonymised("details", "his own"),
            kept("activated", "names nobody"),
            kept("activated_at", "names nobody"),
            kept("password_changed_at", "names nobody"),
            kept("erased_at", "when he was erased"),
            kept("created_at", "since when contracts with him can be"),
            kept("updated_at", "when he was erased"));

    /** What lies about him elsewhere. */
    public static final List<Trace> ELSEWHERE = List.of(
            kept("invoice", "tax law: ten years, with name and address as they were issued"),
            kept("order", "belongs to the invoice; names him by id alone"),
            kept("subscription", "belongs to the invoice; names him by id alone"),
            anonymised("subscription.machine", "his public key is taken out"),
            anonymised("changelog", "who did what stays, his name does not; what was changed of himself is taken out"),
            anonymised("product_draft", "what he proposed of a product stays, his name does not"),
            anonymised("comment", "what he wrote of a product stays for others, under nobody's name"),
            kept("cart", "one that was ordered belongs to the order and names him by id alone; others are removed"),
            kept("coupon_redemption", "belongs to the order; names him by id alone"),
            kept("erased_account", "a digest of his account's number, which names nobody: no old token makes him anew"),
            kept("bulk_import", "who sent a table; names him by id alone, for 90 days"),
            kept("bulk_row", "what became of a row; names him by id alone, what it said goes once it is dealt with"),
            removed("file", "what he showed to others"),
            removed("auth_token", "opens his account"),
            removed("user_token", "opens his account"),
            removed("cloud_credential", "his own accounts at clouds"),
            removed("user_company_metadata", "what companies noted about him"),
            removed("notification", "told to him"),
            removed("idempotency_key", "what he sent"));

    private Erasure() {}

    /** CONFLICT while he has something that runs. */
    public static void check(Collection<SubscriptionStatus> subscriptions) {
        long running = subscriptions.stream().filter(status -> !status.isOver()).count();
        if (running > 0) {
            throw Errors.conflict(
                    "subscriptions-running",
                    "There are " + running + " subscriptions that are not over: end them first");
        }
    }

    /** What stands where something has to. */
    public static String userName(int id) {
        return "erased-" + id;
    }

    /** An address that nobody can have (RFC 2606). */
    public static String email(int id) {
        return userName(id) + "@erased.invalid";
    }

    private static Trace kept(String where, String why) {
        return new Trace(where, Fate.KEPT, why);
    }

    private static Trace anonymised(String where, String why) {
        return new Trace(where, Fate.ANONYMISED, why);
    }

    private static Trace removed(String where, String why) {
        return new Trace(where, Fate.REMOVED, why);
    }
}
