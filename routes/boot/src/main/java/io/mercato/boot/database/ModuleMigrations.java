package io.mercato.boot.database;

import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Brings each module's schema up to date: the folder {@code db/migration/<module>} is a Flyway history of its own, with
 * its own version numbers, kept in the schema {@code <module>} (hyphens become underscores).
 */
@Component
public class ModuleMigrations implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleMigrations.class);
    private static final Pattern MODULE = Pattern.compile(".*/db/migration/([a-z][a-z0-9-]*)/[^/]+");

    private final DataSource database;

    ModuleMigrations(DataSource database) {
        this.database = database;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        modules().forEach(this::migrate);
    }

    List<String> modules() throws IOException {
        SortedSet<String> modules = new TreeSet<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*__*.sql")) {
            Matcher path = MODULE.matcher(file.getURL().toString());
            if (path.matches()) {
                modules.add(path.group(1));
            }
        }
        return List.copyOf(modules);
    }

    private void migrate(String module) {
        String schema = module.replace('-', '_');
        int applied = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/" + module)
                .schemas(schema)
                .defaultSchema(schema)
                .table("flyway_history")
                .load()
                .migrate()
                .migrationsExecuted;
        if (applied > 0) {
            LOG.info("Schema {}: {} migrations applied", schema, applied);
        }
    }
}
