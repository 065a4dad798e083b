package io.mercato.connector.template;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** All of this connector; found by a component scan of {@code io.mercato}, or imported by name. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackageClasses = TemplateConnector.class)
@EnableConfigurationProperties(TemplateSettings.class)
public class TemplateConnector {}
