package io.mercato.simulator.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.simulator.TestCloud;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CloudInitTest {
    private static CloudInit parse(String text) {
        return CloudInit.parse(TestCloud.base64(text));
    }

    @Test
    void keys_host_name_and_files_are_read() {
        CloudInit init = parse("""
                #cloud-config
                hostname: box
                ssh_authorized_keys:
                  - ssh-ed25519 AAAA one
                users:
                  - default
                  - name: x
                    ssh_authorized_keys: [ssh-ed25519 BBBB two]
                write_files:
                  - path: /etc/plain
                    content: |
                      line
                  - path: /etc/coded
                    encoding: b64
                    content: aGk=
                    permissions: 0600
                """);

        assertThat(init.hostname()).isEqualTo("box");
        assertThat(init.authorizedKeys()).containsExactly("ssh-ed25519 AAAA one", "ssh-ed25519 BBBB two");
        assertThat(new String(init.files().get(0).content(), StandardCharsets.UTF_8))
                .isEqualTo("line\n");
        assertThat(init.files().get(0).permissions()).isEqualTo("0644");
        assertThat(new String(init.files().get(1).content(), StandardCharsets.UTF_8))
                .isEqualTo("hi");
        assertThat(init.files().get(1).permissions()).isEqualTo("0600");
    }

    @Test
    void what_is_no_cloud_config_or_is_broken_says_nothing() {
        assertThat(CloudInit.parse(null).files()).isEmpty();
        assertThat(parse("#!/bin/sh\nreboot").authorizedKeys()).isEmpty();
        assertThat(parse("#cloud-config\n{broken: [").files()).isEmpty();
        assertThat(parse("#cloud-config\n!!java.net.URL [\"http://x\"]").files())
                .isEmpty();
        assertThat(parse("#cloud-config\nwrite_files: text").files()).isEmpty();
    }
}
