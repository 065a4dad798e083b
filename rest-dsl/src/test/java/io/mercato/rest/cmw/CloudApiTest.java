package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.crypto.SecretCipher;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CloudApiTest extends ApiTest {
    @Autowired
    SecretCipher cipher;

    private int provider;

    @BeforeEach
    void aProvider() {
        provider = post(superadmin, "/cloudProvider", provider(unique("cloud")))
                .is(201)
                .id();
        jdbc.sql("delete from cmw.outbox").update();
    }

    @Test
    void how_a_cloud_is_reached_is_seen_by_administrators_only() {
        String path = "/cloudProvider/" + provider;

        assertThat(get(admin, path).text("/endpoint")).isEqualTo("http://cloud.example/v3");
        assertThat(get(admin, path).text("/options/sshPort")).isEqualTo("22");
        for (Principal who : List.of(Principal.ANONYMOUS, customer, vendor, supervisor)) {
            Answer seen = get(who, path).is(200);
            assertThat(seen.body().has("endpoint")).isFalse();
            assertThat(seen.body().has("options")).isFalse();
            assertThat(seen.text("/features/0/feature")).isEqualTo("LINUX");
        }
    }

    @Test
    void a_blocked_cloud_is_for_staff_only() {
        String path = "/cloudProvider/" + provider;

        patch(superadmin, path, "{'action': 'block'}").is(204);
        get(customer, path).is(404);
        get(customer, "/instanceType?cloudProviderId=" + provider).is(200);
        assertThat(get(supervisor, path).is(200).body().get("enabled").asBoolean())
                .isFalse();
        patch(superadmin, path, "{'action': 'ACTIVATE'}").is(204);
        get(customer, path).is(200);
        patch(vendor, path, "{'action': 'BLOCK'}").is(403);
    }

    @Test
    void clouds_and_sizes_are_changed_by_superadministrators_only() {
        for (Principal who : List.of(customer, vendor, supervisor, admin)) {
            post(who, "/cloudProvider", provider(unique("cloud"))).is(403);
            put(who, "/cloudProvider/" + provider, provider("x")).is(403);
            delete(who, "/cloudProvider/" + provider).is(403);
            post(who, "/instanceType", size(provider, "s", 1)).is(403);
        }
        post(superadmin, "/cloudProvider", "{'name': 'x'}").fails(400, "connector");
        post(superadmin, "/cloudProvider", "{'name': 'x', 'connector': 'openstack'}")
                .fails(400, "endpoint");
        post(superadmin, "/instanceType", size(999999, "s", 1)).fails(422, "cloudProvider/999999");
        post(superadmin, "/instanceType", size(provider, "s", 0)).fails(400, "ram");
        int size = post(superadmin, "/instanceType", size(provider, "s", 1))
                .is(201)
                .id();
        post(superadmin, "/instanceType", size(provider, "s", 1)).fails(409, "Field cloudProvider, name: ");
        assertThat(put(superadmin, "/instanceType/" + size, size(provider, "t", 2))
                        .is(200)
                        .text("/name"))
                .isEqualTo("t");
        delete(superadmin, "/cloudProvider/" + provider).is(409);
        delete(superadmin, "/instanceType/" + size).is(204);
        delete(superadmin, "/cloudProvider/" + provider).is(204);
        get(admin, "/cloudProvider/" + provider).is(404);
    }

    @Test
    void clouds_are_narrowed_by_what_they_can_do() {
        String mine = "/cloudProvider?excluding=999999";

        assertThat(ids(mine)).contains(provider);
        assertThat(ids("/cloudProvider?excluding=999999," + provider)).doesNotContain(provider);
        assertThat(ids("/cloudProvider?excluding=999999&excluding=" + provider)).doesNotContain(provider);
        assertThat(ids(mine + "&productType=VM")).contains(provider);
        assertThat(ids(mine + "&productType=SYNDICATED")).isEmpty();
        assertThat(ids(mine + "&feature=GPU")).doesNotContain(provider);
        assertThat(ids(mine + "&feature=LINUX")).contains(provider);
        get(superadmin, mine + "&feature=WINGS").fails(400, "feature");
        get(superadmin, mine + "&productType=SHOE").fails(400, "productType");
        get(superadmin, "/cloudProvider?excluding=x").fails(400, "excluding");
    }

    private List<Integer> ids(String path) {
        return get(superadmin, path + "&pageSize=50").is(200).body().findValues("id").stream()
                .map(JsonNode::asInt)
                .toList();
    }

    @Test
    void a_secret_goes_in_encrypted_and_never_comes_out() {
        int credential =
                post(vendor, "/cloudCredential", credential("")).is(201).id();
        String path = "/cloudCredential/" + credential;
        assertThat(get(vendor, path).body().get("uploaded").asBoolean()).isFalse();

        patch(vendor, path, "{'action': 'upload', 'payload': {'identity': 'd:p:u', 'secret': 'pssst'}}")
                .is(204);

        Answer read = get(vendor, path).is(200);
        assertThat(read.body().get("uploaded").asBoolean()).isTrue();
        assertThat(read.text("/owner/url")).isEqualTo("company/" + vendor.companyId());
        assertThat(read.body().toString()).doesNotContain("pssst", "v1:");
        String secret = jdbc.sql("select secret from cmw.cloud_credential where id = ?")
                .param(credential)
                .query(String.class)
                .single();
        assertThat(cipher.decrypt(secret, "cloudCredential/" + credential)).contains("d:p:u", "pssst");
        assertThat(messages()).hasSize(1);
        assertThat(messages().get(0)).contains(secret).doesNotContain("pssst");
    }

    @Test
    void the_deployer_is_told_when_a_cloud_moves_and_when_an_account_goes() {
        int credential =
                post(superadmin, "/cloudCredential", credential("")).is(201).id();
        String path = "/cloudCredential/" + credential;
        patch(superadmin, path, "{'action': 'UPLOAD', 'payload': {'identity': 'i', 'secret': 's'}}")
                .is(204);

        put(superadmin, "/cloudProvider/" + provider, "{'name': '" + unique("renamed") + "'}")
                .is(200);
        assertThat(messages()).hasSize(1);
        patch(superadmin, "/cloudProvider/" + provider, "{'endpoint': 'http://moved.example/v3'}")
                .is(204);
        assertThat(messages()).hasSize(2).last().asString().contains("http://moved.example/v3", "\"removed\":false");
        delete(superadmin, path).is(204);
        assertThat(messages()).hasSize(3).last().asString().contains("\"removed\":true", "\"encryptedSecret\":\"\"");
    }

    @Test
    void an_account_is_its_owners() {
        int credential =
                post(customer, "/cloudCredential", credential("")).is(201).id();
        String path = "/cloudCredential/" + credential;

        get(customer, path).is(200);
        get(supervisor, path).is(200);
        for (Principal who : List.of(stranger, vendor)) {
            get(who, path).is(404);
            patch(who, path, "{'action': 'UPLOAD', 'payload': {'identity': 'i', 'secret': 's'}}")
                    .is(404);
            delete(who, path).is(404);
        }
        delete(supervisor, path).is(403);
        get(Principal.ANONYMOUS, path).is(401);
        assertThat(get(stranger, "/cloudCredential").body()).isEmpty();
        assertThat(get(customer, "/cloudCredential?providerId=" + provider).body())
                .hasSize(1);
        assertThat(get(customer, "/cloudCredential?subscriptionId=999999").body())
                .isEmpty();
        get(customer, "/cloudCredential?subscriptionId=x").fails(400, "subscriptionId");
        post(customer, "/cloudCredential", credential(", 'owner': {'url': 'user/" + stranger.userId() + "'}"))
                .is(403);
        post(admin, "/cloudCredential", credential(", 'owner': {'url': 'user/999999'}"))
                .fails(422, "user/999999");
        patch(customer, path, "{'action': 'STEAL', 'payload': {'identity': 'i', 'secret': 's'}}")
                .is(422);
        patch(customer, path, "{'action': 'UPLOAD', 'payload': {'identity': 'i'}}")
                .fails(400, "payload.secret");
        put(customer, path + "/metadata", "{'k': 'v'}").is(204);
    }

    @Test
    void the_first_account_of_the_platform_itself_is_the_default_one() {
        int first = post(superadmin, "/cloudCredential", credential("")).is(201).id();
        post(superadmin, "/cloudCredential", credential("")).is(201);
        int own = post(admin, "/cloudCredential", credential("")).is(201).id();

        assertThat(get(admin, "/cloudCredential/" + own).text("/owner/url")).isEqualTo("user/" + admin.userId());
        get(admin, "/cloudCredential/" + first).is(200);
        delete(admin, "/cloudCredential/" + first).is(403);
        assertThat(jdbc.sql("select id from cmw.cloud_credential where cloud_provider_id = ? and is_default")
                        .param(provider)
                        .query(Integer.class)
                        .list())
                .containsExactly(first);
    }

    @Test
    void a_machine_configuration_is_its_vendors() {
        String body = "{'name': 'm', 'diskSpace': 10, 'applicationPort': 8080, 'applicationLogin': 'admin'}";
        int machine = post(vendor, "/virtualMachineConfiguration", body).is(201).id();
        String path = "/virtualMachineConfiguration/" + machine;

        assertThat(get(vendor, path).text("/image")).isEqualTo("debian-12");
        get(rival, path).is(404);
        get(customer, path).is(404);
        post(customer, "/virtualMachineConfiguration", body).is(403);
        put(rival, path, body).is(404);
        assertThat(put(vendor, path, body.replace("10", "20")).is(200).text("/diskSpace"))
                .isEqualTo("20");
        put(vendor, path, body.replace("}", ", 'instanceTypes': [{'url': 'instanceType/999999'}]}"))
                .fails(422, "instanceType/999999");
        post(vendor, "/virtualMachineConfiguration", body.replace("10", "-1")).fails(400, "diskSpace");
        patch(vendor, path, "{'diskSpace': 40, 'applicationLogin': null, 'unknown': 1}")
                .is(204);
        assertThat(get(vendor, path).text("/diskSpace")).isEqualTo("40");
        assertThat(get(vendor, path).text("/applicationPort")).isEqualTo("8080");
        assertThat(get(vendor, path).body().has("applicationLogin")).isFalse();
        patch(vendor, path, "{'diskSpace': -1}").fails(400, "diskSpace");
        patch(vendor, path, "{'name': null}").fails(400, "name");
        patch(vendor, path, "{'other': 1e999999999}").fails(400, "other");
        patch(vendor, path, "{'instanceTypes': [{'url': 'instanceType/999999'}]}")
                .fails(422, "instanceType/999999");
        patch(rival, path, "{'diskSpace': 1}").is(404);
        patch(supervisor, path, "{'diskSpace': 1}").is(403);
        delete(vendor, path).is(204);
    }

    static String provider(String name) {
        return "{'name': '" + name + "', 'connector': 'openstack', 'endpoint': 'http://cloud.example/v3',"
                + " 'options': {'sshPort': '22'}, 'usernames': {'LINUX': 'debian'}, 'features': [{'feature': 'LINUX'}]}";
    }

    static String size(int provider, String name, int ram) {
        return "{'cloudProvider': {'url': 'cloudProvider/" + provider + "'}, 'name': '" + name + "', 'cpu': 1, 'ram': "
                + ram + ", 'rootDiskSpace': 10}";
    }

    private String credential(String more) {
        return "{'name': 'account', 'cloudProvider': {'url': 'cloudProvider/" + provider + "'}" + more + "}";
    }

    private List<String> messages() {
        return jdbc.sql("select payload from cmw.outbox where destination = 'queue.deployer.accounts' order by id")
                .query(String.class)
                .list();
    }
}
