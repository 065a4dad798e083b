package io.mercato.connector.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.processors.connector.ConnectorDescriptor;
import io.mercato.processors.connector.ConnectorDescriptors;
import io.mercato.processors.connector.ConnectorParameter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenStackDescriptorTest {

    private static ConnectorDescriptor descriptor() {
        return ConnectorDescriptors.load(OpenStackConnector.class.getClassLoader()).stream()
                .filter(found -> found.kind().equals("cloud") && found.name().equals("openstack"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_descriptor_is_found_and_has_no_problems() {
        assertThat(descriptor().problems()).isEmpty();
    }

    @Test
    void only_the_password_is_a_secret() {
        assertThat(descriptor().parameters())
                .filteredOn(ConnectorParameter::secret)
                .extracting(ConnectorParameter::name)
                .containsExactly("secret");
    }

    @Test
    void every_option_that_the_code_reads_is_described() {
        assertThat(descriptor().parameters())
                .extracting(ConnectorParameter::name)
                .contains("network", "floatingNetwork", "availabilityZone", "volumeType", "subnetCidr");
    }

    @Test
    void an_account_without_password_is_incomplete() {
        Map<String, String> values = Map.of("endpoint", "https://cloud.example.com:5000/v3", "identity", "d:p:u");

        assertThat(descriptor().problemsOf(values)).containsExactly("secret is required");
    }
}
