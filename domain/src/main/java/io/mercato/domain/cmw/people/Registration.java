package io.mercato.domain.cmw.people;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registration that may go through: a visitor's own, who becomes a customer or a vendor once he has confirmed his
 * address, or one by somebody who may make such users, which needs no confirmation.
 *
 * @param company to be made for him; null for none
 * @param password his first one; null where he is to choose it by e-mail
 * @param own whether he registers himself
 */
public record Registration(
        User user, @Nullable Company company, @Nullable String password, boolean own) {

    /**
     * What the marketplace allows.
     *
     * @param open whether visitors may register at all
     * @param vendors whether they may register as vendors
     * @param vendorApproval whether staff lets such a vendor in
     */
    public record Policy(boolean open, boolean vendors, boolean vendorApproval) {}

    /**
     * FORBIDDEN for what the caller may not ask for, INVALID or REJECTED for what is missing.
     *
     * @param place where the company stands that the new user is to belong to; null for none
     */
    public static Registration of(Principal who, RegistrationRequest request, @Nullable Place place, Policy policy) {
        return who.isAnonymous() ? own(request, policy) : byAnother(who, request, place);
    }

    private static Registration byAnother(Principal who, RegistrationRequest request, @Nullable Place place) {
        User user = request.user();
        Role role = user.role() == null ? Role.USER : user.role();
        UserChange.checkNew(who, role, place, user);
        return new Registration(with(user, role, user.companyId(), true), null, request.password(), false);
    }

    private static Registration own(RegistrationRequest request, Policy policy) {
        User asked = request.user();
        Role role = asked.role() == null ? Role.USER : asked.role();
        boolean allowed = role == Role.USER || role == Role.VENDOR && policy.vendors();
        if (!policy.open() || !allowed || asked.companyId() != null || asked.companyGroupId() != null) {
            throw Errors.forbidden();
        }
        UserChange.checkFields(asked);
        if (request.password() == null || request.password().isBlank()) {
            throw Errors.invalidField("password", "must not be empty");
        }
        if (role == Role.VENDOR && request.companyName() == null) {
            throw Errors.invalidField("companyName", "must not be empty: a vendor is a company");
        }
        if (!asked.acceptedTerms()) {
            throw Errors.rejectedField("terms-not-accepted", "acceptedTerms", "the terms have to be accepted");
        }
        Company company = request.companyName() == null ? null : company(request, role, policy);
        return new Registration(with(asked, role, null, false), company, request.password(), true);
    }

    private static Company company(RegistrationRequest request, Role role, Policy policy) {
        User user = request.user();
        boolean approved = role != Role.VENDOR || !policy.vendorApproval();
        return new Company(
                null,
                role == Role.VENDOR ? CompanyKind.VENDOR : CompanyKind.CUSTOMER,
                String.valueOf(request.companyName()),
                user.email(),
                null,
                user.phoneNumber(),
                null,
                null,
                null,
                null,
                request.companyTaxCode(),
                user.language(),
                user.address(),
                null,
                approved,
                null,
                null,
                0,
                List.of(),
                null,
                approved ? CompanyApproval.APPROVED : CompanyApproval.REQUESTED,
                null,
                null);
    }

    /** Whether staff has to let his company in. */
    public boolean needsApproval() {
        return company != null && company.approval() == CompanyApproval.REQUESTED;
    }

    /** The same with the company that was made for him. */
    public Registration in(int companyId) {
        return new Registration(
                with(user, java.util.Objects.requireNonNull(user.role()), companyId, user.activated()),
                company,
                password,
                own);
    }

    private static User with(User user, Role role, @Nullable Integer companyId, boolean activated) {
        return new User(
                null,
                user.userName(),
                user.email(),
                user.name(),
                user.surname(),
                role,
                companyId,
                user.language(),
                user.phoneNumber(),
                user.publicKey(),
                user.address(),
                user.fiscalCode(),
                activated ? user.externalId() : null,
                !activated || !Boolean.FALSE.equals(user.enabled()),
                user.acceptedTerms(),
                false,
                null,
                activated,
                null,
                user.companyGroupId(),
                user.details());
    }

    @Override
    public String toString() {
        return "Registration[" + user.userName() + "]";
    }
}
