package dev.albedo.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The difference between two canonical texts of one operation, in words: {@code column customer.name: varchar(100) -> varchar(200)}. */
final class TextDifference {

    /** How much of a long value is shown before and behind what is different. */
    private static final int CHARACTERS_BEFORE = 40;

    private static final int CHARACTERS_AFTER = 20;

    private static final int LONG = 80;

    /** What is a part of a table and is not known by its label alone. */
    private static final Set<String> CONSTRAINTS =
            Set.of("primary key", "unique", "foreign key", "check", "exclusion", "index");

    private static final String NONE = "none";

    private static final Set<String> SIDES = Set.of("from", "to", "was");

    /** What it means that a piece is not said; nothing, for what is not here. */
    private static final Map<String, String> DEFAULTS = Map.of(
            SchemaText.TYPE,
            "bigint",
            "start",
            "1",
            "increment",
            "1",
            "cache",
            "1",
            "on delete",
            "no action",
            "on update",
            "no action",
            "deferrable",
            "no",
            "method",
            "btree");

    private final List<String> lines = new ArrayList<>();
    private final String owner;

    private TextDifference(String owner) {
        this.owner = owner;
    }

    /** Whether two operations are of one kind and about one thing, so that the one may have become the other. */
    static boolean comparable(TextNode before, TextNode after) {
        return before.label().equals(after.label())
                && Objects.equals(before.value(), after.value())
                && (!isAboutPart(before) || Objects.equals(part(before), part(after)));
    }

    /** One line a difference. */
    static List<String> of(TextNode before, TextNode after) {
        TextDifference difference = new TextDifference(String.valueOf(before.value()));
        if (!Objects.equals(before.value(), after.value())) {
            difference.changed(before.label(), String.valueOf(before.value()), String.valueOf(after.value()));
        }
        difference.children(operation(before), "", before, after);
        return difference.lines;
    }

    private static boolean isAboutPart(TextNode operation) {
        return operation.label().matches("(?!.*columns).* (of|to|from|on)")
                && !operation.children().isEmpty();
    }

    private static @Nullable String part(TextNode operation) {
        return operation.children().isEmpty()
                ? null
                : operation.children().get(0).value();
    }

    /** The operation in short: {@code alter column customer.name}. */
    private static String operation(TextNode operation) {
        String name = operation.value() == null ? "" : " " + operation.value();
        @Nullable String part = part(operation);
        if (!isAboutPart(operation) || part == null) {
            return operation.label() + name;
        }
        String verb = operation.label().substring(0, operation.label().lastIndexOf(' '));
        return verb.endsWith("column") ? verb + name + "." + part : verb + " " + part + " of" + name;
    }

    private void children(String subject, String prefix, TextNode before, TextNode after) {
        Set<String> labels = new LinkedHashSet<>();
        Stream.of(before, after).flatMap(node -> node.children().stream()).forEach(child -> labels.add(child.label()));
        for (String label : labels) {
            List<TextNode> there = labelled(before, label);
            List<TextNode> now = labelled(after, label);
            if (!there.equals(now)) {
                if (Stream.concat(there.stream(), now.stream()).anyMatch(TextDifference::isThing)) {
                    things(subject, prefix, there, now);
                } else if (label.equals(CustomText.COMPONENT)) {
                    components(subject, before, after);
                } else if (isList(label) || there.size() > 1 || now.size() > 1) {
                    lines.add(subject + ": " + plural(label) + " " + list(there) + " -> " + list(now));
                } else {
                    single(subject, label, there, now);
                }
            }
        }
    }

    private static List<TextNode> labelled(TextNode node, String label) {
        return node.children().stream()
                .filter(child -> child.label().equals(label))
                .toList();
    }

    /** Whether a piece is a column, constraint or index of a table, with parts of its own. */
    private static boolean isThing(TextNode node) {
        return (node.has(SchemaText.TYPE) && !SIDES.contains(node.label()))
                || (CONSTRAINTS.contains(node.label()) && !node.children().isEmpty());
    }

    private static boolean isList(String label) {
        return label.equals(SchemaText.COLUMN) || label.equals("include");
    }

    private static String plural(String label) {
        return label.equals("include") || label.equals("inherits") || label.equals("behind") ? label : label + "s";
    }

    private void components(String subject, TextNode before, TextNode after) {
        Set<@Nullable String> names = new LinkedHashSet<>(names(before.children()));
        names.addAll(names(after.children()));
        for (@Nullable String name : names) {
            String one = component(before, name);
            String other = component(after, name);
            if (!one.equals(other)) {
                changed(subject + ": " + name, one, other);
            }
        }
    }

    private static String component(TextNode node, @Nullable String name) {
        return node.children().stream()
                .filter(child -> Objects.equals(child.value(), name))
                .flatMap(child -> child.children().stream())
                .map(TextDifference::shown)
                .findFirst()
                .orElse(NONE);
    }

    private void things(String subject, String prefix, List<TextNode> there, List<TextNode> now) {
        List<TextNode> gone = new ArrayList<>(there);
        List<TextNode> added = new ArrayList<>(now);
        gone.removeAll(now);
        added.removeAll(there);
        for (TextNode old : List.copyOf(gone)) {
            added.stream()
                    .filter(other -> Objects.equals(other.value(), old.value()))
                    .findFirst()
                    .ifPresent(other -> {
                        gone.remove(old);
                        added.remove(other);
                        children(prefix + thing(old), prefix, old, other);
                    });
        }
        gone.forEach(each -> lines.add(prefix + thing(each) + ": removed"));
        added.forEach(each -> lines.add(prefix + thing(each) + ": added"));
        Set<@Nullable String> kept =
                there.stream().map(TextNode::value).filter(names(now)::contains).collect(Collectors.toSet());
        List<@Nullable String> orderThere =
                names(there).stream().filter(kept::contains).toList();
        List<@Nullable String> orderNow =
                names(now).stream().filter(kept::contains).toList();
        if (!orderThere.equals(orderNow)) {
            lines.add(subject + ": order of " + plural(there.get(0).label()) + " (" + joined(orderThere) + ") -> ("
                    + joined(orderNow) + ")");
        }
    }

    private static List<@Nullable String> names(List<TextNode> nodes) {
        return nodes.stream().map(TextNode::value).collect(Collectors.toCollection(ArrayList::new));
    }

    private static String joined(List<@Nullable String> names) {
        return names.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private String thing(TextNode node) {
        return node.has(SchemaText.TYPE)
                ? node.label() + " " + owner + "." + node.value()
                : node.label() + (node.value() == null ? "" : " " + node.value()) + " of " + owner;
    }

    private void single(String subject, String label, List<TextNode> there, List<TextNode> now) {
        @Nullable TextNode before = there.isEmpty() ? null : there.get(0);
        @Nullable TextNode after = now.isEmpty() ? null : now.get(0);
        if (label.equals(OperationText.CODE)) {
            lines.add(subject + ": its code is another");
        } else if (label.equals(OperationText.DIGEST)) {
            lines.add(subject + ": the values of its rows are others");
        } else if (label.equals(SchemaText.NULLABLE)) {
            lines.add(subject + ": " + (before == null ? "not null -> nullable" : "nullable -> not null"));
        } else if (before != null && after != null && SIDES.contains(label)) {
            children(subject + ", " + label, subject + ", " + label + ": ", before, after);
        } else if (isFlag(before) && isFlag(after)) {
            lines.add(subject + ": " + label + " " + (before == null ? "no -> yes" : "yes -> no"));
        } else {
            changed(
                    subject + ":" + (label.equals(SchemaText.TYPE) ? "" : " " + label),
                    shown(before, label),
                    shown(after, label));
        }
    }

    private static boolean isFlag(@Nullable TextNode node) {
        return node == null || (node.value() == null && node.children().isEmpty());
    }

    private void changed(String subject, String one, String other) {
        boolean cut = one.length() > LONG || other.length() > LONG;
        lines.add(subject + " " + oneLine(cut ? piece(one, other) : one) + " -> "
                + oneLine(cut ? piece(other, one) : other));
    }

    private static String oneLine(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n");
    }

    private static String list(List<TextNode> nodes) {
        return nodes.isEmpty()
                ? NONE
                : nodes.stream().map(TextDifference::shown).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String shown(@Nullable TextNode node, String label) {
        return node == null ? DEFAULTS.getOrDefault(label, NONE) : shown(node);
    }

    private static String shown(TextNode node) {
        String value = node.value() == null ? "" : node.value();
        if (node.label().equals(SchemaText.TYPE)) {
            return value + (node.has(SchemaText.ARRAY) ? "[]" : "");
        }
        String parts = node.children().stream()
                .map(child -> (child.label().equals(SchemaText.COLUMN) ? "" : child.label() + " ") + shown(child))
                .map(String::strip)
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? value : value.isEmpty() ? parts : value + " (" + parts + ")";
    }

    /** The piece of a text that is not in the other one, with a little of what is around it. */
    private static String piece(String text, String other) {
        int shortest = Math.min(text.length(), other.length());
        int start = 0;
        while (start < shortest && text.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shortest - start
                && text.charAt(text.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int from = Math.max(0, start - CHARACTERS_BEFORE);
        int to = Math.min(text.length(), text.length() - end + CHARACTERS_AFTER);
        return (from == 0 ? "" : "...") + text.substring(from, to) + (to == text.length() ? "" : "...");
    }
}
