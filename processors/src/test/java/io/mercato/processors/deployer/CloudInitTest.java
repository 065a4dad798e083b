package io.mercato.processors.deployer;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cloud.MachineConfiguration;
import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.DeploymentSpec;
import io.mercato.domain.deployer.message.DeployerCommand.ApplicationSpec;
import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.json.Json;
import io.mercato.processors.json.JsonConfiguration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class CloudInitTest {
    private static final String KEY = "ssh-ed25519 AAAA #: 'tricky' \"key\"";

    private final Json json = new Json(JsonConfiguration.newMapper());
    private final MachinePasswords passwords =
            new MachinePasswords(new SecretCipher(Base64.getEncoder().encodeToString(new byte[32])));
    private final CloudInit cloudInit = new CloudInit(passwords, json);

    @Test
    void a_bare_machine_is_told_its_name_and_its_key_and_nothing_else() {
        String document = cloudInit.document(deployment("Büro Köln", null));

        assertThat(document).startsWith("#cloud-config\n");
        assertThat(parsed(document))
                .containsEntry("hostname", "buro-koln")
                .containsEntry("ssh_authorized_keys", List.of(KEY))
                .containsEntry("ssh_pwauth", false)
                .hasSize(3);
    }

    @Test
    @SuppressWarnings("unchecked")
    void an_application_is_told_its_password_in_a_file_that_only_root_reads() {
        Deployment deployment =
                passwords.provided(deployment("wiki", new ApplicationSpec("Wiki: \"1\"", 8080, "admin", 5)));

        Map<String, Object> file = ((List<Map<String, Object>>)
                        parsed(cloudInit.document(deployment)).get("write_files"))
                .get(0);

        assertThat(file).containsEntry("path", MachineConfiguration.PATH).containsEntry("permissions", "0600");
        assertThat(json.read((String) file.get("content"), MachineConfiguration.class))
                .isEqualTo(new MachineConfiguration("Wiki: \"1\"", 8080, "admin", passwords.of(deployment), true));
    }

    @Test
    void a_password_is_made_once() {
        Deployment deployment = passwords.provided(deployment("wiki", new ApplicationSpec("Wiki", 1, "a", 0)));

        assertThat(passwords.provided(deployment)).isSameAs(deployment);
        assertThat(deployment.resources().encryptedPassword()).doesNotContain(passwords.of(deployment));
        assertThat(passwords.of(deployment)).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource({"--My.Server_1--, my-server-1", "***, machine-42", "'', machine-42"})
    void a_host_name_is_one(String name, String hostName) {
        assertThat(HostName.of(deployment(name, null))).isEqualTo(hostName);
    }

    @Test
    void a_host_name_is_not_too_long() {
        assertThat(HostName.of(deployment("a".repeat(62) + "-b", null))).isEqualTo("a".repeat(62));
    }

    private static Map<String, Object> parsed(String document) {
        return new Yaml().load(document);
    }

    private static Deployment deployment(String name, ApplicationSpec application) {
        DeploymentSpec spec =
                new DeploymentSpec(name, 1, 7, "small", "debian-12", "debian", KEY, application, List.of(), null);
        return Deployment.absent(42).ordered(spec);
    }
}
