package dev.albedo.revision;

import static dev.albedo.testing.GraphText.graph;
import static dev.albedo.testing.GraphText.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.testing.GraphText;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {

    @ParameterizedTest(name = "{0}: {2} at {1}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # graph                              | applied   | name    | means
            abc1 abd2<abc1                       | ''        | abd2    | abd2
            abc1 abd2<abc1                       | ''        | abd     | abd2
            abc abcd<abc                         | ''        | abc     | abc
            a b<a                                | ''        | b       | b
            a b<a                                | ''        | head    | b
            ''                                   | ''        | head    | ''
            a b<a c<a                            | ''        | heads   | b c
            a b<a c<a                            | a b c     | base    | ''
            a b<a c<a                            | a b c     | current | b c
            a b<a c<a                            | ''        | current | ''
            a b<a c<b                            | ''        | +1      | a
            a b<a c<b                            | ''        | +3      | c
            a b<a c<b                            | a         | +1      | b
            a b<a c<b                            | a b       | -1      | a
            a b<a c<b                            | a b       | -2      | ''
            a b<a c<b                            | a b       | +0      | b
            aaaa bbbb<aaaa cccc<bbbb             | ''        | aaaa+2  | cccc
            aaaa bbbb<aaaa cccc<bbbb             | ''        | ccc-1   | bbbb
            aaaa bbbb<aaaa cccc<bbbb             | ''        | head-1  | bbbb
            aaaa bbbb<aaaa cccc<bbbb             | ''        | base+1  | aaaa
            a b<a#x c<b d<a                      | ''        | x       | b
            a b<a#x c<b d<a                      | ''        | x@head  | c
            a b<a#x c<b d<a                      | ''        | b@head  | c
            a b<a#x c<b d<a                      | ''        | d@heads | d
            a b<a#x c<b d<a                      | ''        | a@heads | c d
            a b<a#x c<b d<a                      | ''        | x@base  | ''
            a b<a#x c<b d<a                      | ''        | x@a     | a
            a b<a#x c<b d<a                      | ''        | x@head-2| a
            a b<a#x c<b d<a                      | ''        | x@base+2| b
            a b<a#x c<b d<a                      | ''        | x@a+2   | c
            a b<a#x c<b d<a                      | ''        | x@+1    | a
            a b<a#x c<b d<a                      | a d       | x@+1    | b
            a b<a#x c<b d<a                      | a b d     | x@+1    | c
            a b<a#x c<b d<a                      | a b d     | x@-1    | a
            a b<a#x c<b d<a                      | a b c d   | x@current | c
            a b<a#x c<b d<a                      | a b c d   | x@-2    | a
            a b<a#x c<b d<a                      | a d       | current | d
            a b<a#x c<a d<b,c                    | ''        | x@head-1| b
            aaab aaac                            | ''        | aaac@aaa| aaac
            """)
    void resolves(String text, String applied, String name, String expected) {
        assertThat(new Identifiers(graph(text), set(applied)).resolve(name)).isEqualTo(new TreeSet<>(set(expected)));
    }

    @ParameterizedTest(name = "{0}: {2} at {1}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # graph          | applied | name  | message
            a b<a            | ''      | nope  | there is no revision "nope" in this project; its head is b (Mb)
            ''               | ''      | nope  | there is no revision "nope" in this project; it has none yet
            abc1 abd2<abc1   | ''      | ab    | there is no revision "ab" in this project; did you mean abc1 (Mabc1) or abd2 (Mabd2)? The beginning of an id counts from 3 characters on
            8f3c1a9b27d4     | ''      | 8f3c1a9b27e5 | there is no revision "8f3c1a9b27e5" in this project; did you mean 8f3c1a9b27d4 (M8f3c1a9b27d4)?
            a!M2026_AddEmail | ''      | addemail | there is no revision "addemail" in this project; did you mean a (M2026_AddEmail)?
            a!M2026_AddEmail | ''      | AdEmail  | there is no revision "AdEmail" in this project; did you mean a (M2026_AddEmail)?
            a#billing b<a    | ''      | biling   | there is no revision "biling" in this project; did you mean billing (label of a)?
            a#billing b<a    | ''      | biling@head | there is no revision "biling" in this project; did you mean billing (label of a)?
            a b              | ''      | nope  | there is no revision "nope" in this project; its heads are a (Ma), b (Mb)
            a b<a#x c<a      | ''      | x@c   | revision c (Mc) is not on branch "x": it comes neither before nor after b (Mb)
            a b<a#x c<a      | ''      | x@nope | there is no revision "nope" on branch "x"; its heads are b (Mb), c (Mc)
            a#x b<a c<a      | ''      | x@head | branch "x" has 2 heads: b (Mb), c (Mc); run mvn albedo:merge to join them, or name the one you want
            a b<a#x c<a      | a b     | x@+1  | "x@+1" leads too far: nothing comes after b (Mb)
            a#x b<a c<a      | a       | x@+1  | "x@+1" can lead to each of b (Mb), c (Mc) after a (Ma); name the one you want
            a b<a            | ''      | a+    | "a+" names no revision: write an id or the beginning of one, a label, head, heads, base or current, with +2 or -1 behind it or alone, or a branch before it like label@head
            a b<a            | ''      | x@    | "x@" names no revision: write an id or the beginning of one, a label, head, heads, base or current, with +2 or -1 behind it or alone, or a branch before it like label@head
            a b<a            | ''      | @a    | "@a" names no revision: write an id or the beginning of one, a label, head, heads, base or current, with +2 or -1 behind it or alone, or a branch before it like label@head
            abc1 abc2<abc1   | ''      | abc   | "abc" can be abc1 (Mabc1), abc2 (Mabc2); write more of the id
            a b<a c<a        | ''      | head  | there are 2 heads: b (Mb), c (Mc); run mvn albedo:merge to join them, mvn albedo:rebase to put one on top of the other, or name the head you want
            a b<a c<a        | a       | +1    | "+1" can lead to each of b (Mb), c (Mc) after a (Ma); name the one you want
            a b              | ''      | +1    | "+1" can lead to each of a (Ma), b (Mb) at the base; name the one you want
            a b<a            | a       | +3    | "+3" leads too far: nothing comes after b (Mb), 1 step on
            a b<a            | a b     | -3    | "-3" is 1 below the first revision
            a b<a c<a d<b,c  | a b c d | -1    | "-1" can lead to each of b (Mb), c (Mc) before d (Md); name the one you want
            a b<a c<a        | a b c   | -1    | "-1" can be counted from each of b, c; put the one you mean before it, like b-1
            """)
    void refuses(String text, String applied, String name, String message) {
        assertThatThrownBy(() -> new Identifiers(graph(text), set(applied)).resolve(name))
                .isInstanceOf(RevisionException.class)
                .hasMessage(message);
    }

    @ParameterizedTest(name = "{0}: {2} at {1}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # graph                  | applied | range    | oldest first
            a b<a c<b                | ''      | :        | a b c
            a b<a c<b                | ''      | a:b      | a b
            a b<a c<b                | ''      | :b       | a b
            a b<a c<b                | ''      | b:       | b c
            a b<a c<b                | ''      | a:+1     | a b
            a b<a c<b                | ''      | base:+1  | a
            a b<a c<b                | ''      | :+2      | a b
            a b<a c<b                | ''      | -1:      | b c
            a b<a c<b                | ''      | -1:b     | a b
            a b<a c<b                | ''      | -7:b     | a b
            a b<a c<b d<c e<d        | a b c   | -1:+1    | b c d
            a b<a c<b d<c e<d        | a b c   | -1:current | b c
            a b<a c<b d<c e<d        | a b c   | current: | c d e
            a b<a c<b d<c e<d        | a b c   | base:-1  | a b
            a b<a c<b d<c e<d        | a b c   | +1:      | d e
            a b<a                    | ''      | current: | a b
            a b<a c<a d<b,c          | ''      | b:d      | b c d
            a b<a#x c<b d<a          | ''      | x@base:  | a b c
            a b<a#x c<b d<a          | ''      | x@-1:    | b c
            a b<a#x c<b d<a          | ''      | b:x@head | b c
            a b<a#x c<b d<a          | a b c   | x@-1:+0  | b c
            a b~c c                  | ''      | b:b      | b
            a b~c c                  | ''      | :b       | c b
            ''                       | ''      | :        | ''
            """)
    void knowsRanges(String text, String applied, String range, String expected) {
        assertThat(GraphText.ids(new Identifiers(graph(text), set(applied)).range(range)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # graph          | range | message
            a b<a            | a     | "a" is no range: write from:to, for example ae10:head, -3: or current:; either end may be left out
            a b<a            | a:b:  | "a:b:" is no range: write from:to, for example ae10:head, -3: or current:; either end may be left out
            a b<a            | b:a   | "b:a" has nothing in it: b (Mb) does not come before a (Ma)
            a b<a            | b:base| "b:base" has nothing in it: b (Mb) does not come before the base
            a b<a c<a        | -1:   | "-1" can be counted from each of b, c; put the one you mean before it, like b-1
            """)
    void refusesRanges(String text, String range, String message) {
        assertThatThrownBy(() -> new Identifiers(graph(text), set("")).range(range))
                .isInstanceOf(RevisionException.class)
                .hasMessage(message);
    }

    @Test
    void saysWhichGoalLeadsTheOtherWay() {
        Identifiers identifiers = new Identifiers(graph("a b<a c<b"), set("a b"));
        assertThatThrownBy(() -> identifiers.upgrade("-1"))
                .hasMessage("\"-1\" is below where the database is; to take revisions back, use rollback");
        assertThatThrownBy(() -> identifiers.rollback("+1"))
                .hasMessage("\"+1\" is above where the database is; to apply revisions, use migrate");
        assertThatThrownBy(() -> new Identifiers(graph("a b<a c<a"), set("a b c")).rollback("heads"))
                .hasMessage("\"heads\" is more than one revision: b, c; name the one to roll back to");
    }

    @ParameterizedTest(name = "{0}: {1} has {2}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # graph                       | revision | labels
            a#x b<a c<b                   | c        | x
            a b<a c<b#x d<c               | a        | x
            a b<a c<a#x d<c               | a        | ''
            a b<a c<b#x e<c f<a           | b        | x
            a b<a c<b#x e<c f<a           | a        | ''
            a#x b#y c<a,b d<c             | d        | x y
            a b c<a,b d<c#x               | c        | ''
            a b<a#x c<b d<b               | a        | x
            a#x b~x                       | b        | ''
            """)
    void inheritsLabels(String text, String id, String labels) {
        assertThat(new Branches(graph(text)).labels(id)).isEqualTo(set(labels));
    }
}
