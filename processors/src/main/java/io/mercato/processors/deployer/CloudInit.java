package io.mercato.processors.deployer;

import io.mercato.domain.cloud.MachineConfiguration;
import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.message.DeployerCommand.ApplicationSpec;
import io.mercato.processors.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** What a machine is told at its first boot: a cloud-init document. */
@Component
public class CloudInit {
    private final MachinePasswords passwords;
    private final Json json;

    public CloudInit(MachinePasswords passwords, Json json) {
        this.passwords = passwords;
        this.json = json;
    }

    public String document(Deployment deployment) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("hostname", HostName.of(deployment));
        document.put("ssh_pwauth", false);
        document.put(
                "ssh_authorized_keys", List.of(deployment.spec().publicKey().strip()));
        ApplicationSpec application = deployment.spec().application();
        if (application != null) {
            document.put("write_files", List.of(configuration(deployment, application)));
        }
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        return "#cloud-config\n" + new Yaml(options).dump(document);
    }

    private Map<String, Object> configuration(Deployment deployment, ApplicationSpec application) {
        MachineConfiguration content = new MachineConfiguration(
                application.productName(),
                application.port(),
                application.login(),
                passwords.of(deployment),
                application.dataDiskGigabytes() > 0);
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("path", MachineConfiguration.PATH);
        file.put("owner", "root:root");
        file.put("permissions", "0600");
        file.put("content", json.write(content));
        return file;
    }
}
