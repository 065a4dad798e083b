package io.mercato.domain.cmw.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mercato.domain.cassetto.message.StoredObject;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FileAccessTest {
    private static final int OWN = 7;

    private static Principal somebody(Role role, @Nullable Integer company) {
        return new Principal(3, "ada", "ada@example.com", "Ada", "en", role, company, null);
    }

    private static StoredFile file(FileKind kind, @Nullable Integer company, int user, @Nullable String tag) {
        StoredObject object = new StoredObject("d", "s", "d.pdf", "application/pdf", 5, null, null, "a.pdf");
        return StoredFile.uploaded(kind, company, user, object, tag, 0);
    }

    private static boolean mayUpload(Principal who, FileKind kind) {
        MercatoException refusal =
                catchThrowableOfType(MercatoException.class, () -> FileAccess.requireUpload(who, kind));
        return refusal == null;
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, false, false, false",
        "USER, false, true, true",
        "VENDOR, true, true, true",
        "RESELLER, false, true, true",
        "DISTRIBUTOR, false, true, true",
        "SUPERVISOR, false, true, true",
        "ADMIN, true, true, true",
        "SUPERADMIN, true, true, true"
    })
    void who_sends_what(Role role, boolean ofProducts, boolean logo, boolean ofUsers) {
        Principal who = somebody(role, OWN);

        assertThat(mayUpload(who, FileKind.PRODUCT_IMAGE)).isEqualTo(ofProducts);
        assertThat(mayUpload(who, FileKind.PRODUCT_FILE)).isEqualTo(ofProducts);
        assertThat(mayUpload(who, FileKind.COMPANY_LOGO)).isEqualTo(logo);
        assertThat(mayUpload(who, FileKind.USER_FILE)).isEqualTo(ofUsers);
    }

    @Test
    void who_has_no_company_sends_no_logo_and_nobody_sends_anything() {
        assertThatThrownBy(() -> FileAccess.requireUpload(somebody(Role.ADMIN, null), FileKind.COMPANY_LOGO))
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.REJECTED));
        assertThat(mayUpload(Principal.SYSTEM, FileKind.USER_FILE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void administrators_write_everything_and_strangers_nothing(FileKind kind) {
        StoredFile file = file(kind, OWN, 3, null);

        assertThat(FileAccess.mayWrite(somebody(Role.ADMIN, null), file)).isTrue();
        assertThat(FileAccess.mayWrite(Principal.ANONYMOUS, file)).isFalse();
        Principal stranger = new Principal(4, "eve", "e@example.com", "Eve", "en", Role.VENDOR, 8, null);
        assertThat(FileAccess.mayWrite(stranger, file)).isFalse();
    }

    @Test
    void a_vendor_writes_its_companys_files_a_colleague_the_logo_only() {
        assertThat(FileAccess.mayWrite(somebody(Role.VENDOR, OWN), file(FileKind.PRODUCT_FILE, OWN, 9, null)))
                .isTrue();
        assertThat(FileAccess.mayWrite(somebody(Role.USER, OWN), file(FileKind.PRODUCT_FILE, OWN, 3, null)))
                .isFalse();
        assertThat(FileAccess.mayWrite(somebody(Role.USER, OWN), file(FileKind.COMPANY_LOGO, OWN, 9, null)))
                .isTrue();
        assertThat(FileAccess.mayWrite(somebody(Role.VENDOR, null), file(FileKind.PRODUCT_FILE, null, 9, null)))
                .isFalse();
    }

    @Test
    void a_users_file_is_his_and_not_his_companys() {
        assertThat(FileAccess.mayWrite(somebody(Role.USER, OWN), file(FileKind.USER_FILE, null, 3, null)))
                .isTrue();
        assertThat(FileAccess.mayWrite(somebody(Role.USER, OWN), file(FileKind.USER_FILE, null, 4, null)))
                .isFalse();
        assertThat(FileAccess.owner(somebody(Role.VENDOR, OWN), FileKind.USER_FILE))
                .isNull();
        assertThat(FileAccess.owner(somebody(Role.VENDOR, OWN), FileKind.PRODUCT_FILE))
                .isEqualTo(OWN);
    }

    @Test
    void a_file_goes_with_a_product_of_its_company_only() {
        Principal seller = somebody(Role.VENDOR, OWN);
        StoredFile file = file(FileKind.PRODUCT_FILE, OWN, 3, null);

        assertThat(FileAccess.ownerWithProduct(seller, file, OWN, 1)).isEqualTo(OWN);
        assertThatThrownBy(() -> FileAccess.ownerWithProduct(seller, file, 8, 1))
                .hasMessageContaining("product/1");
        assertThatThrownBy(() -> FileAccess.ownerWithProduct(somebody(Role.ADMIN, null), file, null, 1))
                .isInstanceOf(MercatoException.class);
    }

    @ParameterizedTest
    @CsvSource({
        // role, the file's company, who sent it, whether company 8 may have it
        "ADMIN, 8, 9, true",
        "ADMIN, , 9, true",
        "ADMIN, 7, 3, true",
        "ADMIN, 7, 9, false",
        "ADMIN, 7, , false",
        "SUPERADMIN, 7, 3, true",
        "VENDOR, 8, 9, true",
        "VENDOR, 7, 3, false",
        "VENDOR, , 3, false",
        "SUPERVISOR, 7, 3, false",
        "RESELLER, 8, 9, true",
        "USER, 7, 3, false"
    })
    void only_administrators_give_what_is_not_the_companys(
            Role role, @Nullable Integer company, @Nullable Integer sender, boolean may) {
        StoredObject object = new StoredObject("d", "s", "d.pdf", "application/pdf", 5, null, null, "a.pdf");
        StoredFile own =
                StoredFile.uploaded(FileKind.COMPANY_LOGO, company, sender == null ? 0 : sender, object, null, 0);

        assertThat(FileAccess.mayGive(somebody(role, OWN), own, 8)).isEqualTo(may);
    }

    @Test
    void what_the_platform_itself_has_sent_is_nobodys_own() {
        StoredObject object = new StoredObject("d", "s", "d.pdf", "application/pdf", 5, null, null, "a.pdf");

        assertThat(FileAccess.mayGive(
                        Principal.SYSTEM, StoredFile.uploaded(FileKind.COMPANY_LOGO, OWN, 0, object, null, 0), 8))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PRODUCT_FILE, private, true", "PRODUCT_FILE, PRIVATE, true", "PRODUCT_FILE, manual, false",
        "PRODUCT_FILE, , false", "PRODUCT_IMAGE, private, false", "USER_FILE, private, false"
    })
    void a_products_file_is_private_by_its_tag(FileKind kind, @Nullable String tag, boolean isPrivate) {
        assertThat(file(kind, OWN, 3, tag).isPrivate()).isEqualTo(isPrivate);
    }

    @Test
    void what_everybody_may_have_is_addressed_by_its_content() {
        assertThat(file(FileKind.PRODUCT_IMAGE, OWN, 3, "logo").path()).isEqualTo("/api/productImageFile/static/d.pdf");
        assertThat(file(FileKind.PRODUCT_FILE, OWN, 3, null).path()).isEqualTo("/api/file/static/d.pdf");
        assertThat(file(FileKind.PRODUCT_FILE, OWN, 3, "private").path()).isEqualTo("/api/file/null/static");
        assertThat(file(FileKind.COMPANY_LOGO, OWN, 3, null).path()).isEqualTo("/api/companyLogoFile/null/static");
    }
}
