package io.mercato.rest.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.FaqEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The contract's FAQ: answers by their questions, in the order in which they were given. */
final class FaqBody {

    private FaqBody() {}

    static Map<String, String> of(List<FaqEntry> faq) {
        Map<String, String> answers = new LinkedHashMap<>();
        faq.forEach(entry -> answers.put(entry.question(), entry.answer()));
        return answers;
    }

    /** The same of a draft's value, whose entries are maps; null for none. */
    static Map<Object, Object> ofValue(Object faq) {
        if (faq == null) {
            return null;
        }
        Map<Object, Object> answers = new LinkedHashMap<>();
        for (Object entry : (List<?>) faq) {
            Map<?, ?> fields = (Map<?, ?>) entry;
            answers.put(fields.get("question"), fields.get("answer"));
        }
        return answers;
    }

    /** @param answers null for none */
    static List<FaqEntry> toDomain(Map<String, String> answers) {
        return answers == null
                ? List.of()
                : answers.entrySet().stream()
                        .map(entry -> new FaqEntry(entry.getKey(), entry.getValue()))
                        .toList();
    }
}
