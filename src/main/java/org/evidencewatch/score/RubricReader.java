package org.evidencewatch.score;

import com.networknt.schema.Error;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.company.Sha256;
import tools.jackson.databind.JsonNode;

/** Reads one rubric file. Goes on after an error, so that one reading tells all that is wrong with the file. */
final class RubricReader {

    private static final String DOCUMENTED = "documented";
    private static final String SILENT = "silent";
    private static final Set<String> OWN = Set.of(DOCUMENTED, SILENT);

    private final RubricProblems problems;
    private final ConditionReader conditions;

    private RubricReader(RubricProblems problems) {
        this.problems = problems;
        this.conditions = new ConditionReader(problems);
    }

    /** @param file as errors shall name it */
    static RubricReading read(String file, byte[] bytes) {
        var problems = new RubricProblems(file);
        Optional<Rubric> rubric = text(bytes, problems)
                .flatMap(text -> YamlText.parse(text, problems::refuse))
                .filter(tree -> hasForm(tree, problems))
                .flatMap(tree -> new RubricReader(problems).rubric(tree, Sha256.of(bytes)));
        return rubric.<RubricReading>map(RubricReading.Usable::new)
                .orElseGet(() -> new RubricReading.Faulty(problems.all()));
    }

    private static Optional<String> text(byte[] bytes, RubricProblems problems) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            problems.refuse(1, "not UTF-8");
            return Optional.empty();
        }
    }

    private static boolean hasForm(JsonNode tree, RubricProblems problems) {
        for (Error fault : RubricSchema.faults(tree)) {
            String pointer = Objects.toString(fault.getInstanceLocation(), "");
            JsonNode place = tree.at(pointer);
            JsonNode property = fault.getProperty() == null ? place : place.path(fault.getProperty());
            problems.refuse(
                    property.isMissingNode() ? place : property,
                    (pointer.isEmpty() ? "" : pointer + ": ") + fault.getMessage());
        }
        return problems.none();
    }

    private Optional<Rubric> rubric(JsonNode tree, String digest) {
        JsonNode dimensions = tree.path("dimensions");
        List<Criterion> criteria = Stream.of(Dimension.values())
                .filter(dimension -> dimensions.has(dimension.key()))
                .map(dimension -> criterion(dimension, dimensions.path(dimension.key())))
                .toList();
        int sum = criteria.stream().mapToInt(Criterion::weight).sum();
        if (sum != Rubric.BEST) {
            problems.refuse(dimensions, "the weights sum to %d, not to %d".formatted(sum, Rubric.BEST));
        }
        List<Band> bands = new BandReader(problems).read(tree.path("bands"));
        return problems.none()
                ? Optional.of(new Rubric(
                        tree.path("id").asString(), tree.path("sample").booleanValue(), digest, criteria, bands))
                : Optional.empty();
    }

    private Criterion criterion(Dimension dimension, JsonNode node) {
        var states = new ArrayList<State>();
        var ids = new HashSet<>(OWN);
        BigDecimal most = BigDecimal.ONE;
        for (JsonNode listed : node.path("states")) {
            State state = state(listed);
            if (!ids.add(state.id())) {
                problems.refuse(
                        listed.path("state"),
                        OWN.contains(state.id())
                                ? "the state '%s' is of every dimension; call yours otherwise".formatted(state.id())
                                : "the state '%s' stands twice".formatted(state.id()));
            }
            most = falling(listed.path("points"), state, most);
            states.add(state);
        }
        State documented = own(node, DOCUMENTED, "claimed, and no fact that is graded could be read");
        State silent = own(node, SILENT, "nothing is claimed");
        falling(node.path(SILENT), silent, falling(node.path(DOCUMENTED), documented, most));
        return new Criterion(
                dimension, node.path("name").asString(), node.path("weight").intValue(), states, documented, silent);
    }

    private State state(JsonNode node) {
        return new State(
                node.path("state").asString(),
                node.path("means").asString(),
                Figures.plain(node.path("points").decimalValue()),
                conditions.read(node.path("when"), true),
                conditions.read(node.path("unless"), false));
    }

    private static State own(JsonNode dimension, String id, String words) {
        return new State(id, words, Figures.plain(dimension.path(id).decimalValue()), List.of(), List.of());
    }

    /** The best first: else a fact that meets one more condition could count less. */
    private BigDecimal falling(JsonNode points, State state, BigDecimal most) {
        if (state.share().compareTo(most) > 0) {
            problems.refuse(
                    points,
                    "'%s' counts %s, more than the state before it (%s); the best comes first"
                            .formatted(state.id(), state.share().toPlainString(), most.toPlainString()));
        }
        return state.share().min(most);
    }
}
