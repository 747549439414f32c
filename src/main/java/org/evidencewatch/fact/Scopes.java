package org.evidencewatch.fact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /**
     * A group, and where its name ends.
     *
     * @param end offset in the sentence
     */
    private record Group(String name, int end) {}

    private final List<Group> regions;
    private final List<Group> plans;
    private final List<Group> periods;

    /** The groups that a sentence names. */
    Scopes(String text, Clause sentence) {
        this.regions = sentence.has(REGIONS) ? all(REGION, text) : List.of();
        this.plans = sentence.has(PLANS) ? all(NAMED, text) : List.of();
        this.periods = sentence.has(PERIODS) ? all(PERIOD, text) : List.of();
    }

    private static List<Group> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> new Group(found.group(1).strip(), found.end()))
                .toList();
    }

    /** A region that is named at all; else the group that the words before a value name last, else those after it. */
    Optional<String> around(int at) {
        return first(regions)
                .or(() -> last(plans, at))
                .or(() -> last(periods, at))
                .or(() -> first(plans))
                .or(() -> first(periods));
    }

    private static Optional<String> first(List<Group> groups) {
        return groups.stream().findFirst().map(Group::name);
    }

    private static Optional<String> last(List<Group> groups, int at) {
        return groups.reversed().stream()
                .filter(group -> group.end() <= at)
                .findFirst()
                .map(Group::name);
    }
}
