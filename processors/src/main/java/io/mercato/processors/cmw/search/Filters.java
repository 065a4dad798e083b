package io.mercato.processors.cmw.search;

import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.search.FacetKind;
import io.mercato.domain.cmw.search.PriceRanges;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import java.math.BigDecimal;

/** The query keys that narrow a list of products. */
final class Filters {
    private static final int NO_COMPANY = 0;
    private static final int LETTERS_OF_A_TRIGRAM = 3;
    private static final BigDecimal STARS = BigDecimal.valueOf(5);

    /** Whether a published plan can be deployed now: its cloud is not switched off. */
    private static final String IS_ORDERABLE = "exists (select from cmw.product_version pv"
            + " left join cmw.cloud_provider cp on cp.id = pv.cloud_provider_id"
            + " where pv.product_id = d.product_id and pv.published and not pv.deleted and coalesce(cp.enabled, true))";

    private static final String HAS_TAGS = "(d.tokens @> array['tag:' || :tags] or d.tokens @>"
            + " (select array_agg('tag:' || trim(tag)) from unnest(string_to_array(:tags, ',')) tag))";

    private Filters() {}

    static Conditions of(Principal who, Filter filter) {
        Conditions conditions = Conditions.seenBy(who);
        mark(conditions, FacetKind.CATEGORY, filter.integer("categoryId"));
        mark(conditions, FacetKind.TYPE, filter.oneOf("productType", ProductType.class));
        mark(conditions, FacetKind.VENDOR, filter.integer("company"));
        tags(conditions, text(filter, "tag"));
        mark(conditions, FacetKind.CLOUD_PROVIDER, filter.integer("cloudProvider"));
        mark(conditions, FacetKind.PRICE, priceRange(filter));
        mark(conditions, FacetKind.TRIAL, filter.flag("trial"));
        mark(conditions, FacetKind.FEATURED, filter.flag("featured"));
        if (Boolean.TRUE.equals(filter.flag("ownCompany"))) {
            int mine = who.companyId() == null ? NO_COMPANY : who.companyId();
            conditions.and("d.tokens @> array[cast(:mine as text)]", "mine", FacetKind.VENDOR.token(mine));
        }
        if (Boolean.TRUE.equals(filter.flag("onlyActiveConfigurations"))) {
            conditions.and(IS_ORDERABLE);
        }
        rating(conditions, filter);
        named(conditions, "name", text(filter, "name"));
        named(conditions, "name_filter", text(filter, "nameFilter"));
        prices(conditions, filter);
        visibility(conditions, filter.oneOf("visibility", Visibility.class));
        return conditions;
    }

    private static void mark(Conditions conditions, FacetKind kind, Object value) {
        if (value != null) {
            conditions.marked(kind.token(value));
        }
    }

    /** Several are separated by commas, which one tag may hold, too. */
    private static void tags(Conditions conditions, String tags) {
        if (tags == null || !tags.contains(",")) {
            mark(conditions, FacetKind.TAG, tags);
        } else {
            conditions.and(FacetKind.TAG, HAS_TAGS, "tags", tags);
        }
    }

    /** PostgreSQL has no text with a zero in it. */
    private static String text(Filter filter, String key) {
        String text = filter.text(key);
        return text == null ? null : text.replace("\0", "");
    }

    private static String priceRange(Filter filter) {
        String range = filter.text("priceRange");
        if (range != null && !PriceRanges.ALL.contains(range)) {
            throw Errors.invalidField("priceRange", "must be one of " + PriceRanges.ALL);
        }
        return range;
    }

    /** At least so many stars; whole ones are counted as a facet, too. */
    private static void rating(Conditions conditions, Filter filter) {
        BigDecimal stars = filter.number("rating");
        if (stars == null) {
            return;
        }
        if (stars.signum() < 0 || stars.compareTo(STARS) > 0) {
            throw Errors.invalidField("rating", "must be from 0 to 5");
        }
        boolean whole = stars.stripTrailingZeros().scale() <= 0;
        if (whole && stars.signum() > 0) {
            conditions.marked(FacetKind.RATING.token(stars.intValueExact()));
        } else {
            conditions.and(FacetKind.RATING, number(filter, "d.rating") + " >= :rating", "rating", stars);
        }
    }

    /** Letters anywhere in a name; one or two only where a word begins, for the index knows nothing shorter. */
    private static void named(Conditions conditions, String parameter, String letters) {
        if (letters == null) {
            return;
        }
        String begin = letters.length() < LETTERS_OF_A_TRIGRAM ? "'% '" : "'%'";
        conditions.and(
                "d.names like " + begin + " || cmw.folded(:" + parameter + ") || '%'",
                parameter,
                letters.replaceAll("([\\\\%_])", "\\\\$1"));
    }

    private static void prices(Conditions conditions, Filter filter) {
        BigDecimal least = filter.number("minPrice");
        BigDecimal most = filter.number("maxPrice");
        if (least != null) {
            conditions.and(number(filter, "d.price") + " >= :least", "least", least);
        }
        if (most != null) {
            conditions.and(number(filter, "d.price") + " <= :most", "most", most);
        }
    }

    /** Beside words it is looked at in the rows that they find: its own index holds far more, and would be read for each tier. */
    private static String number(Filter filter, String column) {
        return filter.text("query") == null ? column : "(" + column + " + 0)";
    }

    private static void visibility(Conditions conditions, Visibility visibility) {
        if (visibility == Visibility.PUBLISHED) {
            conditions.and("d.published");
        } else if (visibility == Visibility.UNPUBLISHED) {
            conditions.and("not d.published");
        } else if (visibility == Visibility.SILENT) {
            conditions.and("d.silent");
        }
    }

    enum Visibility {
        ALL,
        PUBLISHED,
        UNPUBLISHED,
        SILENT
    }
}
