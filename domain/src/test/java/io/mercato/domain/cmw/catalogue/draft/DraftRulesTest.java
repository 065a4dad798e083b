package io.mercato.domain.cmw.catalogue.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DraftRulesTest {
    private static final Map<String, Object> PUBLISHED = Map.of("name", "Wiki", "tags", List.of("office"));

    @ParameterizedTest
    @EnumSource(Role.class)
    void staff_decides_and_administrators_need_no_approval(Role role) {
        Principal who = new Principal(1, "u", "u@x.example", "U", "en", role, 2, null);
        boolean administrator = role == Role.ADMIN || role == Role.SUPERADMIN;

        assertThat(DraftRules.needsApproval(true, who, true)).isEqualTo(!administrator);
        assertThat(DraftRules.publicationNeedsApproval(true, who)).isEqualTo(!administrator);
        assertThat(DraftRules.needsApproval(true, who, false)).isFalse();
        assertThat(DraftRules.needsApproval(false, who, true)).isFalse();
        assertThat(DraftRules.publicationNeedsApproval(false, who)).isFalse();
        if (administrator || role == Role.SUPERVISOR) {
            DraftRules.requireReviewer(who);
        } else {
            assertThatThrownBy(() -> DraftRules.requireReviewer(who))
                    .isInstanceOfSatisfying(
                            MercatoException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.FORBIDDEN));
        }
    }

    @Test
    void what_differs_is_drafted_and_what_does_not_says_nothing() {
        List<DraftChange> first = edit(List.of(), "en", Map.of("name", "Wiki 2", "tags", List.of("office")));
        List<DraftChange> second = edit(first, "en", Map.of("name", "Wiki", "tags", List.of("home")));

        assertThat(first).containsExactly(new DraftChange("name", "en", "Wiki", "Wiki 2"));
        assertThat(second)
                .containsExactly(
                        new DraftChange("name", "en", "Wiki", "Wiki 2"),
                        new DraftChange("tags", null, List.of("office"), List.of("home")));
    }

    @Test
    void a_field_is_drafted_once_in_each_language() {
        List<DraftChange> english = edit(List.of(), "en", Map.of("name", "Wiki 2"));
        List<DraftChange> both = edit(english, "it", Map.of("name", "Uichi"));

        assertThat(edit(both, "en", Map.of("name", "Wiki 3")))
                .containsExactlyInAnyOrder(
                        new DraftChange("name", "it", "Wiki", "Uichi"),
                        new DraftChange("name", "en", "Wiki", "Wiki 3"));
    }

    @Test
    void a_field_that_is_named_and_does_not_differ_is_taken_back() {
        List<DraftChange> draft = edit(List.of(), "en", Map.of("name", "Wiki 2", "tags", List.of("home")));

        assertThat(DraftRules.edited(draft, "en", PUBLISHED, PUBLISHED, Set.of("name")))
                .containsExactly(new DraftChange("tags", null, List.of("office"), List.of("home")));
        assertThat(DraftRules.edited(draft, "it", PUBLISHED, PUBLISHED, Set.of("name")))
                .as("another language's text is another field")
                .hasSameElementsAs(draft);
    }

    @Test
    void a_field_that_is_edited_again_is_compared_with_what_is_published_by_then() {
        List<DraftChange> draft = edit(List.of(), "en", Map.of("name", "Wiki 2"));
        Map<String, Object> now = Map.of("name", "Admin's wiki");

        assertThat(draft.get(0).isOutdated("Wiki")).isFalse();
        assertThat(draft.get(0).isOutdated("Admin's wiki")).isTrue();
        assertThat(DraftRules.edited(draft, "en", now, Map.of("name", "Wiki 2"), Set.of()))
                .containsExactly(new DraftChange("name", "en", "Admin's wiki", "Wiki 2"));
    }

    private static List<DraftChange> edit(List<DraftChange> before, String language, Map<String, Object> asked) {
        return DraftRules.edited(before, language, PUBLISHED, asked, Set.of());
    }
}
