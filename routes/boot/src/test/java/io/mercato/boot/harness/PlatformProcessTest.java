package io.mercato.boot.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A platform of its own process, through its whole life. */
class PlatformProcessTest {
    private static FakeIdentityProvider identities;
    private static PlatformProcess platform;

    @BeforeAll
    static void prepare() throws Exception {
        identities = new FakeIdentityProvider();
        platform = PlatformProcess.named("life", identities.settings());
    }

    @AfterAll
    static void clearAway() throws Exception {
        platform.close();
        identities.close();
    }

    @Test
    void a_killed_platform_starts_again_on_its_data_and_a_stopped_one_leaves_no_process() throws Exception {
        platform.start().awaitReady();
        int id = whoAmI("newcomer");

        platform.kill();
        assertThat(platform.processes()).as("its children do not know yet").isNotEmpty();

        platform.start().awaitReady();
        assertThat(whoAmI("newcomer")).isEqualTo(id);
        assertThat(whoAmI("another")).isNotEqualTo(id);

        platform.stop();
        assertThat(platform.processes()).as("what is left of it").isEmpty();
    }

    private static int whoAmI(String name) throws Exception {
        String bearer = identities.bearer(name, name + "@example.org");
        return ApiClient.at(platform.url("/api"), Map.of("Authorization", bearer))
                .get("/user/me")
                .expect(200)
                .json()
                .get("id")
                .asInt();
    }
}
