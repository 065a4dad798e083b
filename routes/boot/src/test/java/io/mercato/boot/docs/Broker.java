package io.mercato.boot.docs;

import io.mercato.boot.architecture.Reactor;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The destinations of destinations.properties, each with its comment, and what broker.xml says of them. */
final class Broker {
    private static final String FOLDER = "artemis/src/main/resources/";
    private static final XPath XPATH = XPathFactory.newInstance().newXPath();
    private final Document file;

    Broker() throws Exception {
        file = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(
                        new StringReader(Reactor.read(Reactor.root().resolve(FOLDER + "broker.xml")))));
    }

    /**
     * @param key as {@code queue.deployer.commands}
     * @param name its address, or address::queue
     */
    record Destination(String key, String name, String purpose) {
        String address() {
            return name.replaceFirst("::.*", "");
        }

        boolean isTopic() {
            return key.startsWith("topic.");
        }

        boolean isDead() {
            return name.endsWith(".dead");
        }
    }

    static List<Destination> destinations() {
        List<Destination> all = new ArrayList<>();
        String comment = "";
        for (String line : Reactor.read(Reactor.root().resolve(FOLDER + "destinations.properties"))
                .split("\n", -1)) {
            if (line.startsWith("#")) {
                comment = comment + " " + line.substring(1).strip();
            } else if (line.isBlank()) {
                comment = "";
            } else {
                String[] parts = line.split("=", 2);
                String purpose = comment.isEmpty() ? all.get(all.size() - 1).purpose() : comment.strip();
                all.add(new Destination(parts[0].strip(), parts[1].strip(), purpose));
                comment = "";
            }
        }
        return all;
    }

    /** A setting of an address: its own, else that of all. */
    String setting(String address, String name) {
        String own = value("//address-setting[@match='" + address + "']/" + name);
        return own.isEmpty() ? value("//address-setting[@match='#']/" + name) : own;
    }

    private String value(String path) {
        try {
            return XPATH.evaluate(path, file);
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
