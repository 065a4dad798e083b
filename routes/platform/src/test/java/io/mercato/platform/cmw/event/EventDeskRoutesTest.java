package io.mercato.platform.cmw.event;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.mercato.domain.cmw.event.EventDelivery;
import io.mercato.domain.cmw.event.EventDraft;
import io.mercato.domain.cmw.event.EventEntity;
import io.mercato.domain.cmw.event.EventRecipient;
import io.mercato.domain.cmw.event.EventType;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

@SpringBootTest(
        classes = EventTestPlatform.class,
        properties = {"mercato.cmw.events.period=50ms", "mercato.cmw.events.allow-private-addresses=false"})
@DirtiesContext
class EventDeskRoutesTest {
    private static final WireMockServer ENDPOINT =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @Autowired
    private ProducerTemplate template;

    @Autowired
    private JdbcClient jdbc;

    private EventTestPlatform.Catalogue catalogue;

    static {
        ENDPOINT.start();
    }

    @BeforeEach
    void empty() {
        ENDPOINT.resetAll();
        ENDPOINT.stubFor(post("/events").willReturn(ok()));
        catalogue = EventTestPlatform.catalogue(jdbc, ENDPOINT.url("/events"), "a secret");
    }

    @AfterAll
    static void stop() {
        ENDPOINT.stop();
    }

    @Test
    void an_event_by_hand_is_listed_and_deleted() {
        EventDelivery sent = create().getMessage().getBody(EventDelivery.class);

        Exchange list = call(
                "direct:cmw-list-events",
                null,
                Map.of("page", PageRequest.FIRST, "filter", new Filter(Map.of("id", "9"))));
        assertThat(list.getMessage().getBody(Page.class).items())
                .extracting(item -> ((EventDelivery) item).id())
                .containsExactly(sent.id());

        assertThat(call("direct:cmw-delete-event", null, Map.of("id", sent.id()))
                        .getException())
                .isNull();
        Exchange again = call("direct:cmw-delete-event", null, Map.of("id", sent.id()));
        assertThat(again.getException(MercatoException.class).kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void a_private_address_is_never_connected_to_when_the_settings_forbid_it() {
        create();

        await().untilAsserted(() -> assertThat(jdbc.sql("select last_error from cmw.vendor_event")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("not a public one"));
        ENDPOINT.verify(0, postRequestedFor(urlEqualTo("/events")));

        Exchange deleted =
                call("direct:cmw-delete-events", null, Map.of("filter", new Filter(Map.of("eventType", "failed"))));
        assertThat(deleted.getMessage().getBody(Integer.class)).isEqualTo(1);
    }

    private Exchange create() {
        EventDraft draft = new EventDraft(
                ENDPOINT.url("/events"),
                EventRecipient.PRODUCT,
                EventEntity.SUBSCRIPTION,
                9,
                EventType.CREATED,
                catalogue.product(),
                catalogue.vendor(),
                Map.of());
        return call("direct:cmw-create-event", draft, Map.of());
    }

    private Exchange call(String route, Object body, Map<String, Object> variables) {
        return template.request(route, exchange -> {
            exchange.setVariable("principal", Principal.SYSTEM);
            variables.forEach(exchange::setVariable);
            exchange.getMessage().setBody(body);
        });
    }
}
