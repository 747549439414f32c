package org.evidencewatch.company;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evidencewatch.company.CardOutline.Part;
import org.jspecify.annotations.Nullable;

/** Reads what a card says of its company as a whole: score, grade, summary, tier, the day of its review. */
final class CardAssessment {

    private static final Pattern SCORE = Pattern.compile(
            "\\bscores?:?\\s+(\\d{1,6})\\s*/\\s*100\\b(?:\\s*\\(\\s*grade:?\\s+([^)]*?)\\s*\\))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GRADE = Pattern.compile("[A-Z][+-]?");
    private static final Pattern TIER = Pattern.compile("\\bThis is the (\\S.{0,150}?) tier\\b");
    private static final Pattern DAY = Pattern.compile(WrittenDate.PATTERN);

    private final CardOutline outline;
    private final Problems problems;
    private final ArrayList<String> prose = new ArrayList<>();
    private Optional<Integer> score = Optional.empty();
    private Optional<String> grade = Optional.empty();

    CardAssessment(CardOutline outline, Problems problems) {
        this.outline = outline;
        this.problems = problems;
    }

    /** What the card says; what it says wrongly is told as an error and left empty here. */
    Assessment read(Optional<String> rubric) {
        readIntroduction();
        return new Assessment(
                score,
                grade,
                fitting(Limit.TIER, tier()),
                fitting(Limit.RUBRIC, rubric),
                lastReviewed(),
                fitting(Limit.SCOPE, scope()),
                fitting(Limit.SUMMARY, Optional.of(String.join("\n", prose)).filter(text -> !text.isBlank())));
    }

    private void readIntroduction() {
        boolean told = false;
        for (var line : outline.lines(Part.INTRODUCTION)) {
            var found = SCORE.matcher(line.text());
            if (score.isEmpty() && found.find()) {
                told = true;
                score(line.number(), found.group(1));
                grade(line.number(), found.group(2));
            } else {
                prose.add(line.text());
            }
        }
        if (!told) {
            problems.warn(titleLine(), "no score: no line 'NAME scores N/100 (grade G)'");
        }
    }

    private void score(int line, String digits) {
        int value = Integer.parseInt(digits);
        if (value > 100) {
            problems.error(line, "score %d is not within 0..100".formatted(value));
        } else {
            score = Optional.of(value);
        }
    }

    private void grade(int line, @Nullable String written) {
        if (written == null) {
            problems.warn(line, "no grade stands behind the score");
        } else if (GRADE.matcher(written.replace('−', '-')).matches()) {
            grade = Optional.of(written.replace('−', '-'));
        } else {
            problems.error(line, "'%s' is no grade".formatted(written));
        }
    }

    private Optional<String> tier() {
        return outline.lines(Part.SCOPE).stream()
                .map(line -> TIER.matcher(line.text()))
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    private Optional<LocalDate> lastReviewed() {
        if (outline.reviewed().isEmpty()) {
            problems.warn(titleLine(), "no line 'Last reviewed DAY'");
            return Optional.empty();
        }
        var line = outline.reviewed().get();
        var day = DAY.matcher(line.text());
        var date = day.find() ? WrittenDate.parse(day.group()) : Optional.<LocalDate>empty();
        if (date.isEmpty()) {
            problems.error(line.number(), "no day can be read after 'Last reviewed'");
        }
        return date;
    }

    private Optional<String> scope() {
        return outline.reviewed()
                .map(line -> CardOutline.REVIEWED.matcher(line.text()))
                .filter(matcher -> matcher.matches() && matcher.group(2) != null)
                .map(matcher -> matcher.group(2).replaceFirst("\\.$", ""))
                .filter(scope -> !scope.isBlank());
    }

    private Optional<String> fitting(Limit limit, Optional<String> text) {
        var flaw = text.flatMap(limit::flaw);
        flaw.ifPresent(f -> problems.error(titleLine(), f));
        return flaw.isPresent() ? Optional.empty() : text;
    }

    private int titleLine() {
        return outline.title().map(TextLine::number).orElse(1);
    }
}
