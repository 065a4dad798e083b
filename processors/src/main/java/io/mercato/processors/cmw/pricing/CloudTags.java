package io.mercato.processors.cmw.pricing;

import io.mercato.domain.cmw.catalogue.CloudFeature;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What a cloud can do, for programs that offer a choice of it. */
@Component("cloudTags")
public class CloudTags {

    /** Words by name. */
    public Map<String, String> all() {
        Map<String, String> tags = new TreeMap<>();
        Arrays.stream(CloudFeature.values()).forEach(feature -> tags.put(feature.name(), feature.words()));
        return tags;
    }
}
