package io.mercato.domain.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cloud.CloudRequest.CreateServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudRequestTest {

    @Test
    void neither_secret_nor_user_data_stand_in_a_log() {
        CloudAccount account = new CloudAccount("openstack", 1, "http://cloud", "", "d:p:u", "hidden-1", Map.of());
        CreateServer request = new CreateServer(
                account, new Owner("mercato", 7), "web", "f", "i", "n", "k", "g", "password: hidden-2", Map.of());

        assertThat(request.toString()).contains("web", "d:p:u").doesNotContain("hidden");
    }
}
