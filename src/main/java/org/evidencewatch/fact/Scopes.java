package org.evidencewatch.fact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For which plan, region or group something is stated. */
final class Scopes {

    private static final List<String> PLANS = List.of(
            "plan",
            "plans",
            "subscription",
            "subscriptions",
            "membership",
            "memberships",
            "license",
            "licenses",
            "licence",
            "licences",
            "contract",
            "contracts",
            "passes",
            "pass",
            "members",
            "customers",
            "subscribers",
            "users",
            "account",
            "accounts",
            "tariff",
            "tariffs",
            "package",
            "packages",
            "ticket",
            "tickets",
            "boxes",
            "cover",
            "policies",
            "bundle",
            "bundles",
            "edition",
            "tier",
            "term",
            "terms",
            "order",
            "orders",
            "billing",
            "payment",
            "payments");

    private static final List<String> PERIODS = List.of(
            Values.RHYTHM,
            "annual",
            "annually",
            "yearly",
            "monthly",
            "quarterly",
            "month",
            "perpetual",
            "print",
            "digital",
            "gift");

    private static final List<String> REGIONS = List.of(
            "eu",
            "e",
            "european",
            "eea",
            "uk",
            "u",
            "united",
            "britain",
            "us",
            "california",
            "germany",
            "france",
            "spain",
            "italy",
            "canada",
            "australia",
            "switzerland",
            "netherlands",
            "austria",
            "ireland",
            "europe");

    private static final Pattern NAMED = Pattern.compile("\\b(?:(?i:on|for|with|the|our|your|all|an?)\\s+)?"
            + "((?!(?:The|Your|Our|All|This|That|Any|If|When|Once|For|No|Each|Every|Use|On|Most|Some|My|A|An|Cancel|Pause|Stop|End|Leaving|Closing|After|Before|With|You|We)\\s)(?:\\p{Lu}[\\p{L}\\d+]+\\s){1,2}|(?i:annual|yearly|monthly|quarterly|weekly|month-to-month|12-month|perpetual|lifetime|digital|print|gift|family|student|business|personal|free|premium|flexible|fixed|prepaid|standard|basic|private|individual|team|group|corporate|enterprise|consumer)\\s)(?i:"
            + String.join("|", PLANS) + ")\\b");

    private static final Pattern PERIOD = Pattern.compile(
            "(?i)\\b(annual|annually|yearly|monthly|quarterly|month-to-month|perpetual|print|digital|gift)\\b");

    private static final Pattern REGION = Pattern.compile(
            "\\b(EU|E\\.U\\.|European Union|European|EEA|UK|U\\.K\\.|United Kingdom|Britain|US|U\\.S\\.|United States|California|Germany|France|Spain|Italy|Canada|Australia|Switzerland|Netherlands|Austria|Ireland|Europe)\\b");

    private static final Pattern LABEL = Pattern.compile("^([^:.?!]{2,40}):\\s+\\S.*", Pattern.DOTALL);

    private static final List<String> POLICY_WORDS = List.of(
            "cancel",
            "refund",
            "notice",
            "term",
            "pause",
            "trial",
            "price",
            "billing",
            "payment",
            "delet",
            "fee",
            "period",
            "renew",
            "withdraw",
            "money",
            "how",
            "when",
            "what",
            "app",
            "phone",
            "mail",
            "chat",
            "web",
            "online",
            "note",
            "important",
            "tip",
            "step",
            "answer",
            "reason",
            "charge",
            "hold",
            "freeze",
            "return",
            "deposit",
            "data",
            "account",
            "commitment",
            "length",
            "minimum",
            "contract",
            "update",
            "staff",
            "cost");

    private Scopes() {}

    /** Whether a label names a matter rather than a plan or a group. */
    static boolean ofPolicy(String label) {
        String words = label.toLowerCase(Locale.ROOT);
        return POLICY_WORDS.stream().anyMatch(words::contains);
    }

    /** The group that a list item begins with: "Annual plan: 30 days". */
    static Optional<String> label(String text) {
        Matcher label = LABEL.matcher(text);
        if (!label.matches()) {
            return Optional.empty();
        }
        String words = label.group(1).toLowerCase(Locale.ROOT);
        boolean period = PERIOD.matcher(words).find();
        boolean policy = POLICY_WORDS.stream().anyMatch(words::contains);
        boolean brief = label.group(1).strip().split(" ", -1).length <= 3;
        return brief && (period || !policy) ? Optional.of(label.group(1).strip()) : Optional.empty();
    }

    /** The group that the words before a value name last, else those after it. */
    static Optional<String> around(String text, Clause sentence, int at) {
        Optional<String> region = sentence.has(REGIONS) ? first(REGION, text) : Optional.empty();
        if (region.isPresent()) {
            return region;
        }
        boolean named = sentence.has(PLANS);
        boolean period = sentence.has(PERIODS);
        String before = text.substring(0, Math.min(at, text.length()));
        return when(named, () -> last(NAMED, before))
                .or(() -> when(period, () -> last(PERIOD, before)))
                .or(() -> when(named, () -> first(NAMED, text)))
                .or(() -> when(period, () -> first(PERIOD, text)));
    }

    private static Optional<String> when(boolean possible, Supplier<Optional<String>> search) {
        return possible ? search.get() : Optional.empty();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    private static Optional<String> last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        Optional<String> last = Optional.empty();
        while (matcher.find()) {
            last = Optional.of(matcher.group(1).strip());
        }
        return last;
    }
}
