package org.evidencewatch.web.night;

import org.evidencewatch.alert.Answering;
import org.evidencewatch.company.Sha256;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The alerts as a feed, for people who are logged in and for programs with a token. */
@Controller
class AlertFeedPage {

    private static final int ENTRIES = 100;

    private final Answering answering;

    AlertFeedPage(Answering answering) {
        this.answering = answering;
    }

    /** The newest changes. Answers 304 to whoever has them already (RFC 9110, section 13.1.2). */
    @GetMapping("/alerts.atom")
    ResponseEntity<byte[]> feed(WebRequest request) {
        String here =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        byte[] feed = AlertFeed.write(answering.feed(), here, answering.newest(ENTRIES));
        String etag = "\"" + Sha256.of(feed).substring(0, 32) + "\"";
        var answer = ResponseEntity.status(request.checkNotModified(etag) ? 304 : 200)
                .eTag(etag)
                .cacheControl(CacheControl.noCache().cachePrivate());
        return request.checkNotModified(etag)
                ? answer.build()
                : answer.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_ATOM_XML_VALUE + ";charset=UTF-8")
                        .body(feed);
    }
}
