package dev.albedo.diff.prepare;

import dev.albedo.schema.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * An index of the database without what neither the model nor the migrations state of it; see {@link UnmanagedAttributes}. The
 * condition of a unique index is not among it: such an index asks for less than the model does.
 */
final class IndexAttributes {

    private final Index wanted;
    private final Optional<Index> stated;
    private final List<String> found = new ArrayList<>();

    IndexAttributes(Index wanted, Optional<Index> stated) {
        this.wanted = wanted;
        this.stated = stated;
    }

    /** What was left out, in words. */
    List<String> found() {
        return found;
    }

    Index managed(Index index) {
        Index changed = managed(index, Index::unique, false, each -> each.unique(false), "UNIQUE");
        changed = managed(
                changed, Index::method, Index.BTREE, each -> each.using(Index.BTREE), "method " + index.method());
        changed = managed(changed, Index::include, List.of(), each -> each.including(), "INCLUDE");
        changed = managed(
                changed, Index::nullsNotDistinct, false, each -> each.nullsNotDistinct(false), "NULLS NOT DISTINCT");
        if (!wanted.unique()) {
            changed = managed(
                    changed,
                    each -> Optional.ofNullable(each.where()),
                    Optional.empty(),
                    each -> each.where(null),
                    "WHERE");
        }
        return managed(changed, IndexAttributes::order, plain(index), each -> each.parts(bare(each)), "order");
    }

    private static List<List<Object>> order(Index index) {
        return index.parts().stream()
                .map(part -> List.<Object>of(
                        part.descending(),
                        part.nulls(),
                        Optional.ofNullable(part.operatorClass()),
                        Optional.ofNullable(part.collation())))
                .toList();
    }

    private static List<List<Object>> plain(Index index) {
        return order(index.parts(bare(index)));
    }

    private static List<Index.Part> bare(Index index) {
        return index.parts().stream()
                .map(part -> new Index.Part(part.text(), part.isExpression(), false, Index.Nulls.DEFAULT, null, null))
                .toList();
    }

    private <T> Index managed(
            Index index, Function<Index, T> attribute, T usual, UnaryOperator<Index> reset, String description) {
        boolean unmanaged = attribute.apply(wanted).equals(usual)
                && stated.map(attribute).filter(said -> !said.equals(usual)).isEmpty();
        return unmanaged ? UnmanagedAttributes.changed(index, reset, description, found) : index;
    }
}
