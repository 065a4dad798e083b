package io.mercato.boot;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;

/**
 * Modules are independent and may use the same class name, so a component of theirs is named by its whole class name
 * unless it names itself. Connectors, whose class names begin with their own, keep the short one.
 */
class ModuleBeanNames extends AnnotationBeanNameGenerator {
    private static final String CONNECTORS = "io.mercato.connector.";

    @Override
    protected String buildDefaultBeanName(BeanDefinition definition) {
        String name = definition.getBeanClassName();
        return name == null || name.startsWith(CONNECTORS) ? super.buildDefaultBeanName(definition) : name;
    }
}
