package org.evidencewatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.company.Quote;
import org.evidencewatch.review.ClaimEdit;
import org.evidencewatch.review.RecordEdit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a reviewer changes of the record by hand. */
final class EditOptions {

    private static final Pattern PLACE = Pattern.compile("([a-z_]+)(?:#(\\d{1,3}))?");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--claim",
            paramLabel = "DIMENSION[#N]=TEXT",
            description =
                    "What the claim states from now on, instead of what is proposed; may be repeated. #N counts the"
                            + " claims of a dimension from 0.")
    private Map<String, String> claims = Map.of();

    @Option(names = "--drop", paramLabel = "DIMENSION[#N]", description = "A claim that is dropped; may be repeated.")
    private List<String> dropped = List.of();

    @Option(names = "--keep-claims", description = "Change no claim.")
    private boolean keep;

    @Option(names = "--url", paramLabel = "URL", description = "With source-moved: where the page is now.")
    private @Nullable String url;

    @Option(names = "--quote", paramLabel = "WORDS", description = "The words of the page that are cited from now on.")
    private @Nullable String quote;

    @Option(names = "--quote-prefix", paramLabel = "WORDS", description = "The words before them.")
    private String prefix = "";

    @Option(names = "--quote-suffix", paramLabel = "WORDS", description = "The words after them.")
    private String suffix = "";

    RecordEdit edit() {
        boolean edited = !claims.isEmpty() || !dropped.isEmpty();
        if (keep && edited) {
            throw wrong("--keep-claims excludes --claim and --drop");
        }
        return new RecordEdit(
                edited || keep ? Optional.of(edits()) : Optional.empty(), Optional.ofNullable(url), quote());
    }

    private List<ClaimEdit> edits() {
        var edits = new ArrayList<ClaimEdit>();
        claims.forEach((place, text) -> edits.add(edit("--claim", place, Optional.of(text))));
        dropped.forEach(place -> edits.add(edit("--drop", place, Optional.empty())));
        return edits;
    }

    private ClaimEdit edit(String option, String place, Optional<String> statement) {
        Matcher named = PLACE.matcher(place);
        Optional<Dimension> dimension = named.matches() ? Dimension.withKey(named.group(1)) : Optional.empty();
        if (dimension.isEmpty()) {
            throw wrong(
                    option + ": '" + place + "' is no dimension; they are channels, cancellation_page, pause, refund,"
                            + " deletion and billing");
        }
        int ordinal = named.group(2) == null ? 0 : Integer.parseInt(named.group(2));
        try {
            return new ClaimEdit(dimension.get(), ordinal, statement);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + " " + place + ": " + e.getMessage(), e);
        }
    }

    private Optional<Quote> quote() {
        if (quote == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Quote(quote, prefix, suffix));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--quote: " + e.getMessage(), e);
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
