package io.mercato.boot.demo;

import java.util.HashMap;
import java.util.Map;

/** Which id the things of the demo file got. */
class DemoKeys {
    private final Map<String, Integer> ids = new HashMap<>();

    void put(String kind, String key, Integer id) {
        ids.put(kind + "/" + key, id);
    }

    /** Null for no key; a key that the file does not have is a mistake in it. */
    Integer get(String kind, String key) {
        if (key == null) {
            return null;
        }
        Integer id = ids.get(kind + "/" + key);
        if (id == null) {
            throw new IllegalStateException("The demo data has no " + kind + " " + key);
        }
        return id;
    }
}
