package io.mercato.artemis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class BrokerDestinationsTest {
    private static final Properties DESTINATIONS = new Properties();
    private static final XPath XPATH = XPathFactory.newInstance().newXPath();
    private static Document broker;

    @BeforeAll
    static void read() throws Exception {
        try (InputStream in = resource("destinations.properties")) {
            DESTINATIONS.load(in);
        }
        try (InputStream in = resource("broker.xml")) {
            broker = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }

    @Test
    void every_queue_of_the_properties_is_declared_by_the_broker_and_the_other_way_round() throws Exception {
        Set<String> named = names("queue.").stream()
                .map(name -> name.contains("::") ? name : name + "::" + name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isNotEmpty().isEqualTo(declaredQueues());
    }

    @Test
    void every_topic_is_a_multicast_address_and_every_multicast_address_a_topic() throws Exception {
        assertThat(names("topic.")).isNotEmpty().isEqualTo(new TreeSet<>(values("//address[multicast]/@name")));
    }

    @Test
    void a_key_ends_with_the_queue_that_it_names() {
        assertThat(DESTINATIONS.stringPropertyNames()).allSatisfy(key -> {
            String value = DESTINATIONS.getProperty(key);
            String queue = value.substring(value.indexOf("::") < 0 ? 0 : value.indexOf("::") + 2);
            assertThat(key).matches("(queue|topic)\\.\\Q" + queue + "\\E");
        });
    }

    @Test
    void every_address_but_the_dead_ones_has_a_dead_letter_address_of_its_own_that_is_declared() throws Exception {
        List<String> addresses = values("//addresses/address/@name");
        List<String> alive = addresses.stream()
                .filter(Predicate.not(name -> name.endsWith(".dead")))
                .toList();

        assertThat(alive).isNotEmpty();
        for (String address : alive) {
            String dead = XPATH.evaluate("//address-setting[@match='" + address + "']/dead-letter-address", broker);
            assertThat(dead).isEqualTo(address + ".dead");
            assertThat(addresses).contains(dead);
        }
    }

    @Test
    void messages_survive_a_crash_and_nothing_is_made_by_the_way() throws Exception {
        assertThat(setting("persistence-enabled")).isEqualTo("true");
        assertThat(setting("journal-datasync")).isEqualTo("true");
        assertThat(setting("journal-sync-transactional")).isEqualTo("true");
        assertThat(setting("journal-sync-non-transactional")).isEqualTo("true");
        assertThat(setting("persist-id-cache")).isEqualTo("true");
        assertThat(Integer.parseInt(setting("id-cache-size"))).isGreaterThanOrEqualTo(20_000);
        assertThat(setting("auto-create-queues")).isEqualTo("false");
        assertThat(setting("auto-create-addresses")).isEqualTo("false");
        assertThat(setting("address-full-policy")).isEqualTo("PAGE");
    }

    @Test
    void an_email_waits_for_hours_for_a_mail_server_that_is_away() throws Exception {
        String emails = "address-setting[@match='notifier.emails']/";
        long delay = Long.parseLong(setting(emails + "redelivery-delay"));
        double multiplier = Double.parseDouble(setting(emails + "redelivery-delay-multiplier"));
        long longest = Long.parseLong(setting(emails + "max-redelivery-delay"));
        int attempts = Integer.parseInt(setting(emails + "max-delivery-attempts"));

        long wait = 0;
        for (int redelivery = 0; redelivery < attempts - 1; redelivery++) {
            wait += Math.min(longest, (long) (delay * Math.pow(multiplier, redelivery)));
        }

        assertThat(longest).isEqualTo(3_600_000);
        assertThat(Duration.ofMillis(wait)).isGreaterThan(Duration.ofHours(5));
    }

    private static String setting(String name) throws Exception {
        return XPATH.evaluate("//" + name, broker);
    }

    private static Set<String> declaredQueues() throws Exception {
        Set<String> queues = new TreeSet<>();
        for (String address : values("//addresses/address/@name")) {
            values("//addresses/address[@name='" + address + "']//queue/@name")
                    .forEach(queue -> queues.add(address + "::" + queue));
        }
        return queues;
    }

    private static Set<String> names(String prefix) {
        return DESTINATIONS.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .map(DESTINATIONS::getProperty)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> values(String path) throws Exception {
        NodeList nodes = (NodeList) XPATH.evaluate(path, broker, XPathConstants.NODESET);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            values.add(nodes.item(i).getNodeValue());
        }
        return values;
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = BrokerDestinationsTest.class.getResourceAsStream("/" + name);
        assertThat(in).as(name).isNotNull();
        return in;
    }
}
