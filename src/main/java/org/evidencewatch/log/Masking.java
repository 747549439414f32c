package org.evidencewatch.log;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of a text: tokens by their shape, what stands after words such as {@code password=}, the login in an
 * address, and every value of a variable of ours that is named as a secret. Pure and safe for many threads.
 */
public final class Masking {

    private static final String MASK = "***";

    /** A value shorter than this is no secret, and would be found in innocent words. */
    private static final int SHORTEST = 6;

    private static final Pattern SECRET_VARIABLE = Pattern.compile("EVIDENCE_.*(PASSWORD|TOKEN|SECRET|KEY)");

    /** The whole match is the secret, but for what group 1 holds before it. */
    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile("()\\b(?:ewt|whsec)_[A-Za-z0-9+/=_-]+"),
            Pattern.compile("(\\b(?:Bearer|Basic)\\s+)[A-Za-z0-9._~+/=-]{6,}", Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "((?:password|passwd|pwd|secret|api[_-]?key|access[_-]?token)[\"']?\\s*[=:]\\s*[\"']?)[^\\s&;,\"'}\\]]+",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile("(://)[^/\\s@:]*:[^/\\s@]*(?=@)"));

    private static final Masking OF_THIS_PROCESS = new Masking(System.getenv());

    private final List<String> values;

    Masking(Map<String, String> environment) {
        this.values = environment.entrySet().stream()
                .filter(variable -> SECRET_VARIABLE.matcher(variable.getKey()).matches())
                .map(Map.Entry::getValue)
                .filter(value -> value.length() >= SHORTEST)
                .toList();
    }

    /** The text without the secrets of this process's environment, and without any that have a known shape. */
    public static String mask(String text) {
        return OF_THIS_PROCESS.of(text);
    }

    String of(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, MASK);
        }
        for (Pattern shape : SHAPES) {
            Matcher found = shape.matcher(masked);
            masked = found.replaceAll("$1" + Matcher.quoteReplacement(MASK));
        }
        return masked;
    }
}
