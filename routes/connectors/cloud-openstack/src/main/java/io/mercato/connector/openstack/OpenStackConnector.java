package io.mercato.connector.openstack;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** All of this connector; found by a component scan of {@code io.mercato}, or imported by name. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackageClasses = OpenStackConnector.class)
@EnableConfigurationProperties(OpenStackSettings.class)
public class OpenStackConnector {}
