package io.mercato.connector.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mercato.domain.cloud.CloudException;
import io.mercato.domain.cloud.CloudOperation;
import io.mercato.domain.cloud.CloudRequest;
import java.util.Objects;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The connector's routes in a Camel of their own. */
@CamelSpringBootTest
@SpringBootTest(classes = ConnectorTest.App.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
abstract class ConnectorTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @Import(OpenStackConnector.class)
    static class App {}

    @Autowired
    ProducerTemplate camel;

    /** Asks as the deployer does. */
    <T> T ask(CloudOperation operation, CloudRequest request, Class<T> answer) {
        return camel.requestBody(operation.endpoint("openstack"), request, answer);
    }

    /** The failure that the deployer sees. */
    CloudException failureOf(CloudOperation operation, CloudRequest request) {
        CamelExecutionException thrown = catchThrowableOfType(
                CamelExecutionException.class, () -> camel.requestBody(operation.endpoint("openstack"), request));
        assertThat(thrown).as("%s is answered", operation).isNotNull();
        assertThat(thrown.getCause()).isInstanceOf(CloudException.class);
        return (CloudException) Objects.requireNonNull(thrown.getCause());
    }
}
