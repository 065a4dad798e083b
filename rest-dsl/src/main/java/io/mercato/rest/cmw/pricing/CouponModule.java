package io.mercato.rest.cmw.pricing;

import static io.mercato.rest.Operation.EVERYBODY;

import io.mercato.domain.cmw.coupon.Coupon;
import io.mercato.domain.identity.Role;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@code /coupon}. */
@Component
public class CouponModule extends RestModule {
    private static final Set<Role> MAKERS = EnumSet.of(Role.VENDOR, Role.RESELLER, Role.ADMIN, Role.SUPERADMIN);
    private static final Set<Role> READERS =
            EnumSet.of(Role.VENDOR, Role.RESELLER, Role.SUPERVISOR, Role.ADMIN, Role.SUPERADMIN);

    private final Clock clock;

    public CouponModule(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(
                Operation.of("list-coupon", "GET", "/coupon", "direct:cmw-list-coupon", "Coupons, the newest first")
                        .allowed(READERS)
                        .answersMany(CouponBody.class, Coupon.class, this::body),
                Operation.of(
                                "make-coupons",
                                "POST",
                                "/coupon",
                                "direct:cmw-make-coupons",
                                "Makes a coupon as the query says, or a list of them when it says how many")
                        .allowed(MAKERS)
                        .answersCreated(Object.class, Object.class, made -> CouponBody.made(made, clock.instant())),
                Operation.of("get-coupon", "GET", "/coupon/{id}", "direct:cmw-get-coupon", "A coupon")
                        .allowed(READERS)
                        .answers(CouponBody.class, Coupon.class, this::body),
                Operation.of(
                                "get-coupon-by-hash",
                                "GET",
                                "/coupon/hash={hash}",
                                "direct:cmw-get-coupon-by-hash",
                                "The coupon with this hash or code")
                        .allowed(EVERYBODY)
                        .answers(CouponBody.class, Coupon.class, this::body),
                Operation.of(
                                "change-coupon",
                                "PATCH",
                                "/coupon/{id}",
                                "direct:cmw-change-coupon",
                                "Changes whom a coupon is for, or its limits")
                        .allowed(MAKERS)
                        .takes(CouponPatchBody.class, CouponPatchBody::toDomain),
                Operation.of("delete-coupon", "DELETE", "/coupon/{id}", "direct:cmw-delete-coupon", "Ends a coupon")
                        .allowed(MAKERS));
    }

    private CouponBody body(Coupon coupon) {
        return CouponBody.of(coupon, clock.instant());
    }
}
