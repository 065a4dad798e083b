package io.mercato.domain.cmw.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The caller is user 1. */
class CommentRulesTest {

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "USER", mode = EnumSource.Mode.EXCLUDE)
    void who_is_no_customer_does_not_comment(Role role) {
        assertRefused(ErrorKind.FORBIDDEN, () -> CommentRules.requireMayComment(caller(role), true));
    }

    @Test
    void a_customer_comments_on_what_he_has_had() {
        assertThatCode(() -> CommentRules.requireMayComment(caller(Role.USER), true))
                .doesNotThrowAnyException();
        assertRefused(ErrorKind.REJECTED, () -> CommentRules.requireMayComment(caller(Role.USER), false));
    }

    @Test
    void a_comment_says_something() {
        for (Comment good : new Comment[] {comment(1, ""), comment(null, "Fine"), comment(5, "Fine")}) {
            assertThatCode(() -> CommentRules.check(good)).doesNotThrowAnyException();
        }
        assertRefused(ErrorKind.INVALID, () -> CommentRules.check(comment(null, " ")));
    }

    @ParameterizedTest(name = "{0} and a comment of user {1}: edits {2}, deletes {3}, reads the names {4}")
    @CsvSource({
        "ANONYMOUS,  0, false, false, false",
        "USER,       1, true,  true,  true",
        "USER,       2, false, false, false",
        "VENDOR,     2, false, false, false",
        "RESELLER,   2, false, false, false",
        "SUPERVISOR, 2, false, false, true",
        "ADMIN,      2, false, true,  true",
        "SUPERADMIN, 2, false, true,  true"
    })
    void a_comment_is_its_authors(Role role, int author, boolean edits, boolean deletes, boolean reads) {
        Principal who = role == Role.ANONYMOUS ? Principal.ANONYMOUS : caller(role);

        assertThat(CommentRules.mayEdit(who, author)).isEqualTo(edits);
        assertThat(CommentRules.mayDelete(who, author)).isEqualTo(deletes);
        assertThat(CommentRules.seesNames(who, author)).isEqualTo(reads);
    }

    @ParameterizedTest
    @CsvSource({
        "Ada, Byron, Ada B.",
        "Ada, '', Ada",
        "'', Byron, B.",
        "' Ada ', ' Byron ', Ada B.",
        "Jo, \uD835\uDCB3ena, Jo \uD835\uDCB3."
    })
    void others_read_the_first_letter_of_a_surname(String name, String surname, String shown) {
        assertThat(CommentRules.shortened(name, surname)).isEqualTo(shown);
    }

    private static Comment comment(@Nullable Integer rating, String words) {
        return new Comment(null, 3, 1, null, "", rating, words, null, false, false);
    }

    private static Principal caller(Role role) {
        return new Principal(1, "u", "u@mercato.example", "U", "en", role, 10, null);
    }

    private static void assertRefused(ErrorKind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        MercatoException.class,
                        thrown -> assertThat(thrown.kind()).isEqualTo(kind));
    }
}
