package io.mercato.processors.cmw;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.domain.cmw.metadata.MetadataAccess;
import io.mercato.domain.cmw.metadata.MetadataKeys;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.json.Json;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The map of strings that integrators keep at a resource; each write of it counts the resource's revision up. */
@Component("metadataStore")
public class MetadataStore {
    private static final TypeReference<TreeMap<String, String>> MAP = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final Map<String, WritableRows> stores;

    public MetadataStore(JdbcClient jdbc, Json json, Map<String, WritableRows> stores) {
        this.jdbc = jdbc;
        this.json = json;
        this.stores = stores;
    }

    /** @param store name of the resource's store */
    public Map<String, String> get(Principal principal, String store, int id) {
        WritableRows resource = stores.get(store);
        if (MetadataAccess.readsWhatHeSees(principal)) {
            resource.requireVisible(principal, id);
        } else {
            resource.requireWritable(principal, id);
        }
        return json.read(
                jdbc.sql("select metadata from " + resource.table() + " where id = ?")
                        .param(id)
                        .query(String.class)
                        .single(),
                MAP);
    }

    /** The map is as a whole what it is from now on. */
    public void put(Principal principal, String store, int id, Map<String, String> metadata) {
        MetadataKeys.check(metadata.keySet());
        jdbc.sql("update " + writable(principal, store, id) + " set metadata = ?, revision = revision + 1 where id = ?")
                .params(Columns.jsonb(json.write(metadata)), id)
                .update();
    }

    /** A key that is not there is removed all the same. */
    public void remove(Principal principal, String store, int id, Map<String, String> path) {
        jdbc.sql("update " + writable(principal, store, id)
                        + " set metadata = metadata - ?, revision = revision + 1 where id = ?")
                .params(path.get("key"), id)
                .update();
    }

    private String writable(Principal principal, String store, int id) {
        WritableRows resource = stores.get(store);
        resource.requireWritable(principal, id);
        return resource.table();
    }
}
