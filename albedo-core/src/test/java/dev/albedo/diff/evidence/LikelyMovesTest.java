package dev.albedo.diff.evidence;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.origin.Origins;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikelyMovesTest {

    private static final Table AUTHOR = table("author", column("id", bigint()), primaryKey("pk_author", "id"));
    private static final Schema BEFORE =
            Schema.of(AUTHOR.with(column("bio", varchar(50)).nullable()));
    private static final Origins PAST =
            Origins.parse(List.of("author.bio = shop.Author#bio", "author.id = shop.Author#id"));

    private static Table profile(String name, int length) {
        return table(
                name,
                column("id", bigint()),
                column("bio", varchar(length)).nullable(),
                primaryKey("pk_" + name, "id"),
                foreignKey("fk_" + name, "id").references("author", "id"));
    }

    private static LikelyMoves moves(Schema after, String... now) {
        return new LikelyMoves(BEFORE, PAST, after, Origins.parse(List.of(now)));
    }

    @Test
    void aColumnOfANewClassThatSharesTheKey() {
        LikelyMoves moves = moves(Schema.of(AUTHOR, profile("profile", 50)), "profile.bio = shop.Profile#bio");

        assertThat(moves.all())
                .extracting(move -> move.from() + " -> " + move.to())
                .containsExactly("author.bio -> profile.bio");
        assertThat(moves.oneToOne()).isEqualTo(moves.all()).allMatch(ColumnMove::isLikely);
    }

    @Test
    void ofTwoPlacesNoneIsProposed() {
        LikelyMoves moves = moves(
                Schema.of(AUTHOR, profile("profile", 50), profile("resume", 50)),
                "profile.bio = shop.Profile#bio",
                "resume.bio = shop.Resume#bio");

        assertThat(moves.all()).hasSize(2);
        assertThat(moves.oneToOne()).isEmpty();
    }

    @Test
    void byWhichOfTwoForeignKeysIsNotKnown() {
        Table profile = profile("profile", 50)
                .with(column("editor_id", bigint()).nullable())
                .with(foreignKey("fk_editor", "editor_id").references("author", "id"));
        LikelyMoves moves = moves(Schema.of(AUTHOR, profile), "profile.bio = shop.Profile#bio");

        assertThat(moves.all()).hasSize(1);
        assertThat(moves.oneToOne()).isEmpty();
    }

    @Test
    void anotherTypeOrNameOrAnAttributeThatIsKnownIsNoMove() {
        assertThat(moves(Schema.of(AUTHOR, profile("profile", 9)), "profile.bio = shop.Profile#bio")
                        .all())
                .isEmpty();
        assertThat(moves(Schema.of(AUTHOR, profile("profile", 50)), "profile.bio = shop.Author#bio")
                        .all())
                .isEmpty();
        assertThat(moves(Schema.of(profile("profile", 50)), "profile.bio = shop.Profile#bio")
                        .all())
                .isEmpty();
    }
}
