package org.evidencewatch.web.night;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.evidencewatch.alert.Alert;

/** Alerts as Atom (RFC 4287): an entry for each, under an id that stays when it closes. */
final class AlertFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final XMLStreamWriter xml;
    private final String site;

    private AlertFeed(XMLStreamWriter xml, String site) {
        this.xml = xml;
        this.site = site;
    }

    /**
     * Writes it.
     *
     * @param id of the feed
     * @param site where the pages are, without a slash at its end
     * @param alerts the newest change first
     */
    static byte[] write(UUID id, String site, List<Alert> alerts) {
        var out = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new AlertFeed(xml, site).write(id, alerts);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed cannot be written", e);
        }
        return out.toByteArray();
    }

    private void write(UUID id, List<Alert> alerts) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml:lang", "en");
        text("id", "urn:uuid:" + id);
        text("title", "Alerts of Evidence Watch");
        text(
                "updated",
                alerts.stream()
                        .findFirst()
                        .map(AlertFeed::updated)
                        .orElse(Instant.EPOCH)
                        .toString());
        xml.writeStartElement("author");
        text("name", "Evidence Watch");
        xml.writeEndElement();
        link("self", "/alerts.atom", "application/atom+xml");
        link("alternate", "/alerts", "text/html");
        for (Alert alert : alerts) {
            entry(alert);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(Alert alert) throws XMLStreamException {
        xml.writeStartElement("entry");
        text("id", "urn:uuid:" + alert.uid());
        text(
                "title",
                (alert.closedAt().isPresent() ? "Closed: " : "Open: ")
                        + alert.kind().label()
                        + alert.company().map(name -> ", " + name).orElse(""));
        text("published", alert.openedAt().toString());
        text("updated", updated(alert).toString());
        link("alternate", "/alerts#alert-" + alert.id(), "text/html");
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", alert.kind().word());
        text("summary", alert.sentence());
        xml.writeEndElement();
    }

    private static Instant updated(Alert alert) {
        return alert.closedAt().orElse(alert.openedAt());
    }

    private void link(String relation, String path, String type) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", site + path);
        xml.writeAttribute("type", type);
    }

    private void text(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
