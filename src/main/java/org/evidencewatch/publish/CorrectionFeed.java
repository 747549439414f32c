package org.evidencewatch.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.evidencewatch.publish.Overview.Corrected;

/** The corrections as a feed (Atom, RFC 4287). Its times are those of the decisions, so that it changes only with them. */
final class CorrectionFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final PublicationSettings settings;
    private final XMLStreamWriter xml;

    private CorrectionFeed(PublicationSettings settings, XMLStreamWriter xml) {
        this.settings = settings;
        this.xml = xml;
    }

    /** Writes the feed; the caller closes the stream. */
    static void write(PublicationSettings settings, OutputStream out, List<Corrected> corrections) throws IOException {
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new CorrectionFeed(settings, xml).write(corrections);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void write(List<Corrected> corrections) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml:lang", "en");
        text(1, "id", "urn:uuid:" + id());
        text(1, "title", "Corrections of " + settings.title());
        var newest =
                corrections.stream().findFirst().map(each -> each.correction().decided());
        text(1, "updated", newest.orElse(Instant.EPOCH).toString());
        line(1);
        xml.writeStartElement("author");
        text(2, "name", settings.publisher().orElse(settings.title()));
        end(1);
        text(1, "rights", settings.licence());
        link(1, "alternate", settings.address("corrections.html").orElse("corrections.html"), "text/html");
        Optional<String> self = settings.address("corrections.atom");
        if (self.isPresent()) {
            link(1, "self", self.get(), "application/atom+xml");
        }
        for (Corrected each : corrections) {
            entry(each);
        }
        end(0);
        line(0);
        xml.writeEndDocument();
    }

    private void entry(Corrected each) throws XMLStreamException {
        var view = CorrectionView.of(each.slug(), each.name(), each.correction());
        line(1);
        xml.writeStartElement("entry");
        text(2, "id", each.correction().urn());
        text(2, "title", each.name() + ": " + view.what());
        text(2, "updated", each.correction().decided().toString());
        String page = "c/" + each.slug() + ".html";
        link(2, "alternate", settings.address(page).orElse(page) + "#" + view.anchor(), "text/html");
        text(2, "summary", view.summary());
        end(1);
    }

    /** Of where the feed stands, or, where that is not known, of what it is called. */
    private UUID id() {
        String name = "corrections of " + settings.baseUrl().orElse(settings.title());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private void link(int depth, String relation, String href, String type) throws XMLStreamException {
        line(depth);
        xml.writeEmptyElement("link");
        for (var attribute : List.of(Map.entry("rel", relation), Map.entry("href", href), Map.entry("type", type))) {
            xml.writeAttribute(attribute.getKey(), attribute.getValue());
        }
    }

    private void text(int depth, String element, String text) throws XMLStreamException {
        line(depth);
        xml.writeStartElement(element);
        xml.writeCharacters(XmlText.of(text));
        xml.writeEndElement();
    }

    private void end(int depth) throws XMLStreamException {
        line(depth);
        xml.writeEndElement();
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
