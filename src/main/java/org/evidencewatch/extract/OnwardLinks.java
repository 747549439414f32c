package org.evidencewatch.extract;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** The links of a stored page to other pages of its host, each once, in page order. Bounded; nothing is fetched. */
final class OnwardLinks {

    private static final int MOST = 500;
    private static final int LONGEST_TEXT = 200;

    private OnwardLinks() {}

    static List<Onward> of(Page page) {
        Optional<URI> base = page.effectiveUrl().or(page::requestedUrl).filter(url -> url.getHost() != null);
        if (base.isEmpty() || Form.of(page).orElse(Form.HTML) != Form.HTML) {
            return List.of();
        }
        var links = new LinkedHashMap<URI, Onward>();
        for (Element link : PageView.parse(PageDecoder.decode(page)).document().select("a[href]")) {
            if (links.size() < MOST) {
                onward(link, base.get()).ifPresent(found -> links.putIfAbsent(found.url(), found));
            }
        }
        return List.copyOf(links.values());
    }

    private static Optional<Onward> onward(Element link, URI base) {
        try {
            URI to = base.resolve(new URI(link.attr("href").strip()));
            boolean same = to.getHost() != null
                    && to.getHost().equalsIgnoreCase(base.getHost())
                    && ("https".equals(to.getScheme()) || "http".equals(to.getScheme()));
            String text = Passages.collapse(link.text());
            return same
                    ? Optional.of(new Onward(plain(to), text.substring(0, Math.min(LONGEST_TEXT, text.length()))))
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static URI plain(URI url) throws URISyntaxException {
        String written = url.toString();
        int fragment = written.indexOf('#');
        return new URI(fragment < 0 ? written : written.substring(0, fragment));
    }
}
