package org.evidencewatch.alert;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.SocketFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Mails letters as plain text. No word of a record or a page reaches a header: subjects are words of our own. */
final class MailChannel implements Channel {

    static final String NAME = "mail";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MailSettings settings;
    private final JavaMailSenderImpl sender;

    /** @param sockets dials the mail server, through the outbound gate */
    MailChannel(MailSettings settings, SocketFactory sockets) {
        this.settings = settings;
        this.sender = sender(settings, sockets);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> address() {
        return settings.host().map(host -> host + ":" + settings.port());
    }

    @Override
    public SendResult send(Letter letter) {
        if (address().isEmpty()) {
            return new SendResult.NotSent("no mail server is set");
        }
        try {
            sender.send(message(letter));
            return new SendResult.Sent();
        } catch (MailException | MessagingException e) {
            var cause = NestedExceptionUtils.getMostSpecificCause(e);
            return new SendResult.NotSent(cause.getClass().getSimpleName() + ": " + cause.getMessage());
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        var from = new InternetAddress(settings.from().orElseThrow(), true);
        var message = sender.createMimeMessage();
        var content = new MimeMessageHelper(message, "UTF-8");
        content.setFrom(from);
        content.setTo(InternetAddress.parse(settings.to().orElseThrow(), true));
        content.setSubject(letter.subject());
        content.setText(new String(letter.body(), StandardCharsets.UTF_8));
        content.setSentDate(Date.from(letter.writtenAt()));
        var address = from.getAddress();
        message.setHeader("Message-ID", "<" + letter.id() + "@" + address.substring(address.indexOf('@') + 1) + ">");
        // RFC 3834: nobody's holiday notice should answer this.
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static JavaMailSenderImpl sender(MailSettings settings, SocketFactory sockets) {
        var sender = new JavaMailSenderImpl();
        var protocol = settings.port() == MailSettings.IMPLICIT_TLS ? "smtps" : "smtp";
        sender.setProtocol(protocol);
        settings.host().ifPresent(sender::setHost);
        sender.setPort(settings.port());
        settings.user().ifPresent(sender::setUsername);
        settings.password().ifPresent(sender::setPassword);
        var properties = new Properties();
        var prefix = "mail." + protocol + ".";
        properties.put(prefix + "socketFactory", sockets);
        properties.put(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "auth", String.valueOf(settings.user().isPresent()));
        properties.put(prefix + "starttls.enable", "true");
        properties.put(
                prefix + "starttls.required", String.valueOf(settings.user().isPresent()));
        for (String step : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put(prefix + step, String.valueOf(PATIENCE.toMillis()));
        }
        sender.setJavaMailProperties(properties);
        return sender;
    }
}
