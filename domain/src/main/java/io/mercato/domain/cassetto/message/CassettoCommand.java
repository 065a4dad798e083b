package io.mercato.domain.cassetto.message;

/**
 * Who holds a content, on {@code cassetto.commands}, in the order of each holder. The message's type is the record's
 * simple name.
 */
public sealed interface CassettoCommand {

    String digest();

    /** Who holds it, as {@code "file/12"}. */
    String holder();

    /** The holder refers to the content. */
    record KeepObject(String digest, String holder) implements CassettoCommand {}

    /** The holder does so no more. What nobody holds is removed after a while. */
    record ReleaseObject(String digest, String holder) implements CassettoCommand {}
}
