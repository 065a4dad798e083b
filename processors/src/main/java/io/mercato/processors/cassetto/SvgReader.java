package io.mercato.processors.cassetto;

import io.mercato.domain.cassetto.SvgRules;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.stereotype.Component;

/** Reads an SVG element by element, without definitions of its own and without fetching anything. */
@Component
class SvgReader {
    static final String DOCTYPE = "doctype";
    private static final int ENOUGH = 10;

    private final XMLInputFactory factory;

    SvgReader() {
        factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is fetched: " + systemId);
        });
    }

    /** Whether the file is XML whose outermost element is that of an SVG. */
    boolean isSvg(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            XMLStreamReader xml = factory.createXMLStreamReader(bytes);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    return SvgRules.isSvg(namespace(xml), xml.getLocalName());
                }
            }
            return false;
        } catch (XMLStreamException e) {
            return false;
        }
    }

    /** What the file has in it that a picture needs not; the first few. */
    List<String> problems(Path file) throws IOException {
        List<String> problems = new ArrayList<>();
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            XMLStreamReader xml = factory.createXMLStreamReader(bytes);
            while (xml.hasNext() && problems.size() < ENOUGH) {
                look(xml, xml.next(), problems);
            }
        } catch (XMLStreamException e) {
            problems.add("malformed XML");
        }
        return problems;
    }

    private static void look(XMLStreamReader xml, int event, List<String> problems) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> element(xml, problems);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                SvgRules.ofStyle(xml.getText()).ifPresent(problems::add);
            case XMLStreamConstants.DTD -> problems.add(DOCTYPE);
            case XMLStreamConstants.ENTITY_REFERENCE -> problems.add("entity");
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                problems.add("processing instruction " + xml.getPITarget());
            default -> {}
        }
    }

    private static void element(XMLStreamReader xml, List<String> problems) {
        SvgRules.ofElement(namespace(xml), xml.getLocalName()).ifPresent(problems::add);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = Optional.ofNullable(xml.getAttributeNamespace(i)).orElse("");
            SvgRules.ofAttribute(xml.getLocalName(), namespace, xml.getAttributeLocalName(i), xml.getAttributeValue(i))
                    .ifPresent(problems::add);
        }
    }

    private static String namespace(XMLStreamReader xml) {
        return Optional.ofNullable(xml.getNamespaceURI()).orElse("");
    }
}
