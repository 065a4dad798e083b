package io.mercato.boot.face;

/**
 * One thing that is wrong, or at least odd, with a call.
 *
 * @param path of the call
 * @param type of the body
 * @param body as it is sent; null for none
 * @param field the only field that is wrong; null when it is not a field's fault
 * @param refused whether it cannot be right
 */
record Breakage(String path, String type, String body, String field, boolean refused) {}
