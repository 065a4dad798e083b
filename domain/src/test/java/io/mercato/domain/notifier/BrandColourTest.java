package io.mercato.domain.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BrandColourTest {

    @Property
    void text_on_any_colour_has_a_contrast_of_at_least_4_5(@ForAll @IntRange(min = 0, max = 0xffffff) int rgb) {
        BrandColour colour = new BrandColour(String.format("#%06x", rgb));
        double text = new BrandColour(colour.textOn()).luminance();
        double brighter = Math.max(text, colour.luminance());
        double darker = Math.min(text, colour.luminance());

        assertThat((brighter + 0.05) / (darker + 0.05)).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void what_is_not_a_colour_becomes_the_default_one() {
        assertThat(BrandColour.ofOrDefault("red;background:url(x)")).isEqualTo(BrandColour.DEFAULT);
        assertThat(BrandColour.ofOrDefault("#FF8800").hex()).isEqualTo("#ff8800");
    }
}
