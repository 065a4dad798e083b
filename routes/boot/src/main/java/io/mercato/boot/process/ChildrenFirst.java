package io.mercato.boot.process;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Makes the children start before anything else: they take as long as the platform itself, and the web server is the
 * first thing that a context makes, so what customises it comes before all other beans.
 */
@Component
class ChildrenFirst implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {
    private static final Logger LOG = LoggerFactory.getLogger(ChildrenFirst.class);

    private final List<ChildProcess> children;

    ChildrenFirst(ObjectProvider<ChildProcess> children) {
        this.children = children.stream().toList();
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        LOG.debug("{} child processes come up beside the platform", children.size());
    }
}
