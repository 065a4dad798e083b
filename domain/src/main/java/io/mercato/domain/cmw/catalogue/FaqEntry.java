package io.mercato.domain.cmw.catalogue;

/** A question that is often asked of a product, and its answer. */
public record FaqEntry(String question, String answer) {

    /** As a changelog says it. */
    @Override
    public String toString() {
        return question + " " + answer;
    }
}
