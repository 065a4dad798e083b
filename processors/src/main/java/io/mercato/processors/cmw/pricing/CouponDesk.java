package io.mercato.processors.cmw.pricing;

import io.mercato.domain.cmw.coupon.Coupon;
import io.mercato.domain.cmw.coupon.CouponAccess;
import io.mercato.domain.cmw.coupon.CouponRequest;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.sql.Types;
import java.time.Clock;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes coupons. */
@Component("couponDesk")
public class CouponDesk {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int LENGTH = 48;

    private final CouponStore coupons;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public CouponDesk(CouponStore coupons, JdbcClient jdbc, Clock clock) {
        this.coupons = coupons;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A coupon, or a list of them when the caller says how many. FORBIDDEN for who may not make such. */
    public Object make(Principal principal, Filter query) {
        CouponRequest request = CouponRequest.of(query, clock.instant());
        Integer vendor = vendor(request);
        CouponAccess.requireMaking(principal, vendor);
        if (request.code() != null && coupons.find(request.code()).isPresent()) {
            throw Errors.conflict("coupon-code-taken", "There is a coupon with the code " + request.code());
        }
        if (request.howMany() == null) {
            return coupons.create(principal, coupon(principal, request));
        }
        return IntStream.range(0, request.howMany())
                .mapToObj(i -> coupons.create(principal, coupon(principal, request)))
                .toList();
    }

    /** Path of what was made; null when it was several. */
    public String location(Object made) {
        return made instanceof Coupon coupon ? "coupon/" + coupon.id() : null;
    }

    /** Whose product it is for; null when it is for any. */
    private Integer vendor(CouponRequest request) {
        if (request.productId() == null && request.planId() == null) {
            return null;
        }
        return jdbc.sql("""
                        select p.company_id from cmw.product p
                        where not p.deleted and (cast(:product as int) is null or p.id = :product)
                          and (cast(:plan as int) is null or exists (select from cmw.product_version v
                              where v.id = :plan and v.product_id = p.id and not v.deleted))
                        """)
                .param("product", request.productId(), Types.INTEGER)
                .param("plan", request.planId(), Types.INTEGER)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> request.planId() == null
                        ? Errors.unknownReference("product", "product/" + request.productId())
                        : Errors.unknownReference("productVersion", "productVersion/" + request.planId()));
    }

    private Coupon coupon(Principal principal, CouponRequest request) {
        return new Coupon(
                null,
                request.type(),
                principal.role().isAdministrator() ? null : principal.companyId(),
                CouponAccess.seller(principal),
                request.code(),
                hash(),
                request.type().isPercentage() ? request.value() : null,
                request.type().isPrice() ? request.value() : null,
                request.days(),
                request.destination(),
                request.productId(),
                request.planId(),
                request.reusable(),
                request.expirationDate(),
                request.plafond(),
                null,
                clock.instant(),
                0,
                BigDecimal.ZERO);
    }

    private String hash() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .collect(
                        StringBuilder::new, (text, index) -> text.append(ALPHABET.charAt(index)), StringBuilder::append)
                .toString();
    }
}
