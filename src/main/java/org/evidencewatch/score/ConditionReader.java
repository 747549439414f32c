package org.evidencewatch.score;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evidencewatch.fact.Channel;
import org.evidencewatch.fact.Form;
import org.evidencewatch.fact.Role;
import org.evidencewatch.fact.Value.Flag;
import org.evidencewatch.score.Requirement.Relation;
import tools.jackson.databind.JsonNode;

/**
 * Reads the conditions of a state. One that grades the worse higher is refused, so that no fact can become worse for the
 * subscriber and raise a score.
 */
final class ConditionReader {

    private static final String STATED = "stated";
    private static final String SAYS = "says";
    private static final String ANY_OF = "any_of";

    private final RubricProblems problems;

    ConditionReader(RubricProblems problems) {
        this.problems = problems;
    }

    /** @param met whether the state asks for them, or asks that they be not met */
    List<Condition> read(JsonNode listed, boolean met) {
        var conditions = new ArrayList<Condition>();
        for (JsonNode node : listed) {
            role(node.path("role")).flatMap(role -> condition(node, role, met)).ifPresent(conditions::add);
        }
        return conditions;
    }

    private Optional<Role> role(JsonNode node) {
        String word = node.asString();
        Optional<Role> role =
                Stream.of(Role.values()).filter(r -> r.word().equals(word)).findFirst();
        if (role.isEmpty()) {
            problems.refuse(
                    node,
                    "no fact has the role '%s'; roles are %s"
                            .formatted(
                                    word,
                                    Stream.of(Role.values()).map(Role::word).collect(Collectors.joining(", "))));
        }
        return role;
    }

    private Optional<Condition> condition(JsonNode node, Role role, boolean met) {
        List<String> asked = node.propertyNames().stream()
                .filter(key -> !key.equals("role") && !key.equals("scope"))
                .toList();
        if (asked.size() != 1) {
            problems.refuse(node, "a condition asks one thing of a role, not " + (asked.isEmpty() ? "none" : asked));
            return Optional.empty();
        }
        String key = asked.getFirst();
        if (!keys(role.form()).contains(key)) {
            problems.refuse(
                    node, "'%s' cannot be asked of %s; ask one of %s".formatted(key, role.word(), keys(role.form())));
            return Optional.empty();
        }
        return requirement(node.path(key), key)
                .filter(requirement -> rises(node, role, requirement, met))
                .map(requirement -> new Condition(role, requirement, node.has("scope")));
    }

    private static List<String> keys(Form form) {
        return switch (form) {
            case DURATION, MONEY ->
                Stream.concat(Stream.of(Relation.values()).map(Relation::key), Stream.of(STATED))
                        .toList();
            case FLAG -> List.of(SAYS, STATED);
            case CHANNELS -> List.of(ANY_OF, STATED);
        };
    }

    private Optional<Requirement> requirement(JsonNode value, String key) {
        return switch (key) {
            case STATED -> Optional.of(new Requirement.Stated());
            case SAYS -> Optional.of(new Requirement.Says(flags(value)));
            case ANY_OF -> ways(value).map(Requirement.AnyOf::new);
            default ->
                Stream.of(Relation.values())
                        .filter(relation -> relation.key().equals(key))
                        .findFirst()
                        .map(relation -> new Requirement.Bound(relation, value.decimalValue()));
        };
    }

    private static Set<Flag> flags(JsonNode value) {
        List<String> words =
                value.isArray() ? value.valueStream().map(JsonNode::asString).toList() : List.of(value.asString());
        return Stream.of(Flag.values())
                .filter(flag -> words.contains(flag.text()))
                .collect(Collectors.toSet());
    }

    private Optional<Set<Channel>> ways(JsonNode listed) {
        var ways = EnumSet.noneOf(Channel.class);
        for (JsonNode node : listed) {
            Stream.of(Channel.values())
                    .filter(way -> way.word().equals(node.asString()))
                    .findFirst()
                    .ifPresentOrElse(
                            ways::add,
                            () -> problems.refuse(
                                    node,
                                    "no way is called '%s'; ways are %s"
                                            .formatted(
                                                    node.asString(),
                                                    Stream.of(Channel.values())
                                                            .map(Channel::word)
                                                            .collect(Collectors.joining(", ")))));
        }
        return ways.size() == listed.size() ? Optional.of(ways) : Optional.empty();
    }

    /** Whether what is better for the subscriber meets it where the worse does; of what must not be met, the contrary. */
    private boolean rises(JsonNode node, Role role, Requirement requirement, boolean met) {
        boolean upwards = role.moreIsBetter() == met;
        boolean rises = switch (requirement) {
            case Requirement.Stated any -> true;
            case Requirement.AnyOf ways -> met;
            case Requirement.Bound bound -> bound.relation().upwards() == upwards;
            case Requirement.Says says ->
                says.flags().contains(upwards ? Flag.YES : Flag.NO)
                        && (says.flags().contains(Flag.CONDITIONAL)
                                || !says.flags().contains(upwards ? Flag.NO : Flag.YES));
        };
        if (!rises) {
            problems.refuse(
                    node,
                    "with '%s' a worse %s would count more: of this role %s is better for the subscriber"
                            .formatted(
                                    requirement.words(),
                                    role.word().replace('_', ' '),
                                    role.moreIsBetter() ? "more" : "less"));
        }
        return rises;
    }
}
