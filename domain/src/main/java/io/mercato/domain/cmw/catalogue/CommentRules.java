package io.mercato.domain.cmw.catalogue;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;

/** Who may say what he thinks of a product: customers who have it or had it, each once. */
public final class CommentRules {

    private CommentRules() {}

    /** @param owned whether the caller, or his company, ever had a subscription of the product that was there */
    public static void requireMayComment(Principal who, boolean owned) {
        if (who.role() != Role.USER || who.userId() == 0) {
            throw Errors.forbidden();
        }
        if (!owned) {
            throw Errors.rejected(
                    "product-not-owned", "Only who has had a subscription of the product may comment on it");
        }
    }

    /** It says something: a rating, words, or both. */
    public static void check(Comment comment) {
        if (comment.rating() == null && comment.comment().isBlank()) {
            throw Errors.invalidField("comment", "give a rating, or write something");
        }
    }

    /** Its author. */
    public static boolean mayEdit(Principal who, int author) {
        return who.userId() != 0 && who.userId() == author;
    }

    /** Its author, and administrators. */
    public static boolean mayDelete(Principal who, int author) {
        return mayEdit(who, author) || who.role().isAdministrator();
    }

    /** Whether he reads the author's names in full: the author himself, and staff. */
    public static boolean seesNames(Principal who, int author) {
        return mayEdit(who, author) || who.role().isStaff();
    }

    /** What others read of a name: {@code Ada B.} */
    public static String shortened(String name, String surname) {
        String first = name.strip();
        String last = surname.strip();
        return last.isEmpty() ? first : (first + " " + last.substring(0, last.offsetByCodePoints(0, 1)) + ".").strip();
    }
}
