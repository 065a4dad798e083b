package io.mercato.processors.messaging;

/** A module's name is its schema's, and stands in SQL: letters only. */
final class ModuleName {

    private ModuleName() {}

    static String checked(String module) {
        if (!module.matches("[a-z]+")) {
            throw new IllegalArgumentException("Not a module's name: " + module);
        }
        return module;
    }
}
