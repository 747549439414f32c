package org.evidencewatch.fact;

import java.util.Locale;

/** A way to reach the company, or to do without it. */
public enum Channel {
    ONLINE(Tier.ALONE),
    IN_APP(Tier.ALONE),
    APP_STORE(Tier.ALONE),
    EMAIL(Tier.WRITING),
    CHAT(Tier.WRITING),
    SUPPORT_TICKET(Tier.WRITING),
    PHONE(Tier.EFFORT),
    POSTAL_MAIL(Tier.EFFORT),
    IN_PERSON(Tier.EFFORT);

    /** How easy it is, the easiest first. */
    enum Tier {
        ALONE,
        WRITING,
        EFFORT
    }

    private final Tier tier;

    Channel(Tier tier) {
        this.tier = tier;
    }

    Tier tier() {
        return tier;
    }

    /** The name in files, such as {@code in_app}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
