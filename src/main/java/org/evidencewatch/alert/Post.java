package org.evidencewatch.alert;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes the letters that tell of a check, and leaves them in the outbox. Joins the caller's transaction. */
@Component
class Post {

    /** The most mails an hour that are sent at once; what comes later waits for the next hour, in one mail. */
    static final int URGENT_AN_HOUR = 4;

    private final Outbox outbox;
    private final Alerts alerts;
    private final List<Channel> channels;
    private final WebhookBody body;

    Post(Outbox outbox, Alerts alerts, List<Channel> channels, WebhookBody body) {
        this.outbox = outbox;
        this.alerts = alerts;
        this.channels = List.copyOf(channels);
        this.body = body;
    }

    /** Tells programs of what the check changed, and people at once of what cannot wait. */
    void tell(StalenessReport report, Instant at) {
        if (report.tells() && setUp(WebhookChannel.NAME)) {
            News.parts(report, at, body.size()).stream()
                    .limit(body.parts())
                    .forEach(news -> put(WebhookChannel.NAME, Letter.Sort.NEWS, news.subject(), body.of(news), at));
        }
        if (setUp(MailChannel.NAME)) {
            mailUrgent(at);
        }
    }

    /** Whether the operator has set up a channel. */
    boolean setUp(String channel) {
        return channels.stream()
                .anyMatch(each -> each.name().equals(channel) && each.address().isPresent());
    }

    private void mailUrgent(Instant at) {
        var urgent = alerts.untold().stream()
                .filter(alert -> alert.holding(at).isEmpty())
                .toList();
        if (urgent.isEmpty() || outbox.written(Letter.Sort.URGENT, at.minus(Duration.ofHours(1))) >= URGENT_AN_HOUR) {
            return;
        }
        var mail = new UrgentMail(urgent);
        put(MailChannel.NAME, Letter.Sort.URGENT, mail.subject(), mail.text().getBytes(StandardCharsets.UTF_8), at);
        alerts.told(urgent, at);
    }

    private void put(String channel, Letter.Sort sort, String subject, byte[] text, Instant at) {
        outbox.put(channel, sort, subject, text, Optional.empty(), at);
    }
}
