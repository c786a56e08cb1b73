package dev.albedo.dialect.postgresql;

import java.util.List;

/**
 * SQL texts in several spellings, and one each that looks alike and is not. A line is {@code type | spelling == spelling
 * ... | changed}; the first spelling is what the database was made with.
 */
final class Spellings {

    /** A text. */
    record Spelling(String type, List<String> equal, String changed) {
        String of(int spelling) {
            return equal.get(Math.min(spelling, equal.size() - 1));
        }
    }

    private Spellings() {}

    static List<Spelling> defaults() {
        return read("""
                varchar(20) | 'foo' == 'foo'::varchar == 'foo'::text == ('foo') | 'bar'
                varchar(20) | '//slash' | '/slash'
                varchar(20) | 'it''s' == E'it\\'s' == $$it's$$ | 'its'
                varchar(20) | '' | ' '
                varchar(20) | ' ' | ''
                varchar(20) | 'äöü ☃ 💩' | 'aou'
                varchar(20) | 'a' || 'b' == ('a'||'b') | 'a' || 'c'
                varchar(20) | lower('A') == LOWER( 'A' ) | upper('A')
                varchar(20) | current_user == CURRENT_USER | session_user
                varchar(20) | 5 == '5' | 6
                varchar(30) | substring('name',1,3) == substring('name', 1, 3) | substring('name', 1, 2)
                text | 'foo' == ('foo') == cast('foo' as text) | 'Foo'
                text | coalesce(null, 'x') == COALESCE(NULL,'x') | coalesce(null, 'y')
                char(3) | 'a' == 'a'::char(3) | 'b'
                integer | 5 == '5' == (5) == +5 | 6
                integer | -1 == '-1' == '-1'::integer | 1
                integer | 0 | -0.5
                integer | 2 * 3 == 2*3 == (2 * 3) | 3 * 3
                bigint | 5 == '5' == 5::bigint | 6
                bigint | 5000000000 == '5000000000' | 5000000001
                bigint | nextval('seq') == nextval('seq'::regclass) == nextval('public.seq') | nextval('other.seq')
                bigint | nextval('other.seq') == nextval('other.seq'::regclass) == pg_catalog.nextval('other.seq') | nextval('seq')
                double precision | 5.25 == '5.25' == 5.250 == (5.25) == 525e-2 == '5.250' == 5.25::double precision | 5.26
                double precision | 5 == 5.0 == '5' == '5.0' | 6
                numeric | 5 == '5' | 6
                double precision | 3e2 == '300' | 3e3
                real | 5.5 == '5.5' | 5.4
                numeric(10,2) | 1.50 == '1.50' | 1.51
                boolean | true == TRUE == 'true' == 't' == 'yes' | false
                boolean | 1 > 2 == (1>2) | 1 < 2
                date | current_date == CURRENT_DATE | '2020-01-01'
                date | '2020-01-01' == date '2020-01-01' == '2020-01-01'::date | '2020-01-02'
                timestamptz(6) | current_timestamp == CURRENT_TIMESTAMP | now()
                timestamptz(6) | now() == NOW() == (now()) == now( ) | clock_timestamp()
                timestamp | now() + interval '1 day' == (now()  +  '1 day'::interval) | now() + interval '2 days'
                timestamp | TIMEZONE('utc', CURRENT_TIMESTAMP) == timezone('utc', current_timestamp) | timezone('cet', current_timestamp)
                timestamp | now() at time zone 'utc' == (now() AT TIME ZONE 'utc') | now()
                interval | '14 days' == interval '14 days' == '14 days'::interval == '2 weeks' | '15 days'
                uuid | gen_random_uuid() == GEN_RANDOM_UUID() | '00000000-0000-0000-0000-000000000000'
                uuid | 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11' == 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'::uuid | 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a12'
                integer[] | '{1,2}' == '{1,2}'::integer[] == '{1, 2}' | '{2,1}'
                integer[] | (ARRAY[]::integer[]) == array[]::integer[] | array[1]
                integer[] | array[1, 2] == ARRAY[1,2] | array[1, 3]
                text[] | '{}' == '{}'::text[] | '{a}'
                jsonb | '{}' == '{}'::jsonb == jsonb '{}' | '[]'
                jsonb | '{"a": [1, 2]}' == '{"a":[1,2]}' | '{"a":[2]}'
                mood | 'ok' == 'ok'::mood == 'ok'::public.mood | 'sad'
                other.mood | 'ok' == 'ok'::other.mood | 'new'
                bytea | '\\x00' == '\\x00'::bytea | '\\x01'
                integer | other.answer() == "other".answer() == other . answer ( ) | other.question()
                """);
    }

    static List<Spelling> conditions() {
        return read("""
                - | a > 5 == (a>5) == a  >  5 == ((a > 5)) == t.a > 5 == public.t.a > 5 == "t".A > 5 | a > 6
                - | a between 0 and 3 == a >= 0 and a <= 3 == A BETWEEN 0 AND 3 | a between 0 and 4
                - | a > 0 and b < 'x' == (a > 0) AND (b < 'x') | a > 0 or b < 'x'
                - | a is not null == a IS NOT NULL | a is null
                - | not (a = 1 or a = 2) == NOT (a=1 OR a=2) == not ((a = 1) or (a = 2)) | a = 1 or a = 2
                - | a <> 0 == a != 0 | a = 0
                - | status in ('A', 'B') == status IN ('A','B') == (status in (('A'), 'B')) | status in ('A', 'C')
                - | status in ('A') == (status in ('A')) == status = 'A' | status in ('B')
                - | status = 'A' or status = 'B' == (status='A') OR (status='B') | status = 'A' or status = 'C'
                - | status not in ('A', 'B') == status NOT IN ('A','B') | status in ('Y', 'B')
                - | "long" in ('A', 'B') == long IN ('A','B') | long in ('A', 'B', 'C')
                - | c in ('A', 'B') == c IN ('A', 'B') == c = ANY (ARRAY['A', 'B']) | c not in ('A', 'B')
                - | b like 'a%' == b LIKE 'a%' == b ~~ 'a%' | b like 'b%'
                - | b not like 'a%' == b NOT LIKE 'a%' == b !~~ 'a%' | b like 'y%'
                - | b ilike 'a%' == b ~~* 'a%' | b like 'z%'
                - | b ~ '^[a-z]+$' == b ~ E'^[a-z]+$' == b ~ $x$^[a-z]+$$x$ | b ~ '^[a-z]*$'
                - | b ~ E'^\\\\d' == b ~ '^\\d' | b ~ '^\\D'
                - | length(c) > 3 == LENGTH(c)>3 | length(c) > 4
                - | char_length(trim(c)) > 0 == char_length(trim(both from c)) > 0 | char_length(c) > 0
                - | coalesce(a, 0) >= 0 == COALESCE(a,0)>=0 | coalesce(a, 1) >= 0
                - | case when a > 0 then b is not null else true end == CASE WHEN a>0 THEN b IS NOT NULL ELSE true END | case when a > 1 then b is not null else true end
                - | n >= 0 == n>=0 == n >= (0) | n >= 1
                - | n between 0 and 99.5 == n >= 0 and n <= 99.5 | n between 0 and 99.6
                - | small in (0, 1) == small IN (0,1) == small = any (array[0, 1]) | small in (0, 1, 2)
                - | small between 0 and 2 == small>=0 and small<=2 | small between 0 and 3
                - | m in ('ok', 'sad') == m IN ('ok','sad') == m = ANY (ARRAY['ok'::mood, 'sad'::mood]) | m in ('ok')
                - | m <> 'sad' == m != 'sad'::public.mood | m <> 'ok'
                - | om = 'ok' == om = 'ok'::other.mood | om = 'sad'
                - | flag == (flag) == t.flag | not flag
                - | flag is true == flag IS TRUE | flag is not true
                - | j ->> 'a' = 'x' == (j->>'a') = 'x' | j ->> 'b' = 'x'
                - | j ? 'a' == j?'a' | j ? 'b'
                - | l @> array[1] == l @> ARRAY[1] == (l @> array[1]) | l @> array[2]
                - | day > '2020-01-01' == day > date '2020-01-01' == day > '2020-01-01'::date | day > '2020-01-02'
                - | at > day == "at" > day | at < day
                - | "Order" > 0 == t."Order" > 0 == ("Order") > 0 | "Order" > 1
                - | a is distinct from 1 == a IS DISTINCT FROM 1 | a is not distinct from 1
                - | other.valid(a) == "other"."valid"(a) | other.valid(small)
                - | t is not null == t IS NOT NULL == (t) is not null | t is null
                - | a > 0 -- positive == a > 0 /* positive */ == a > 0 | a >= 0
                """);
    }

    static List<Spelling> values() {
        return read("""
                text | lower(b) == LOWER(b) == lower( b ) == (lower(b)) == lower(b::text) | upper(b)
                text | upper(c) == UPPER(c) | lower(c)
                text | lower("Name") | lower(status)
                integer | a + 1 == a+1 == (a + 1) == ((a)+(1)) | a + 2
                integer | a - 1 | a + 1
                integer | a * small == a*small | small * a
                integer | -a == - a == (-a) | +a
                integer | abs(a) == ABS(a) | a
                integer | a % 2 == a%2 | a % 3
                text | b || c == (b||c) == b  ||  c | c || b
                text | b || ' ' || c == (b || ' ') || c | b || '  ' || c
                text | coalesce(b, 'x') == COALESCE(b,'x') | coalesce(b, 'y')
                text | coalesce(b, c) | coalesce(c, b)
                text | a::text == cast(a as text) == CAST(a AS text) | a::varchar
                text | (j ->> 'a') == j->>'a' == j ->> 'a' | j ->> 'b'
                text | j #>> '{a,b}' == (j #>> '{a,b}'::text[]) | j #>> '{a}'
                integer | (j ->> 'a')::integer == CAST(j->>'a' AS integer) == cast((j->>'a') as int) | (j ->> 'a')::bigint
                integer | length(c) == LENGTH (c) | length(b)
                text | substr(c, 1, 3) == SUBSTR(c,1,3) | substr(c, 1, 4)
                text | substring(c from 1 for 3) == substring(c FROM 1 FOR 3) | substring(c from 1 for 4)
                text | case when a > 0 then 'x' else 'y' end == CASE WHEN a>0 THEN 'x' ELSE 'y' END | case when a > 0 then 'y' else 'x' end
                boolean | a > 0 == (a > 0) == a>0 | a < 0
                boolean | flag is true == flag IS TRUE | flag is false
                integer | date_part('year', day)::integer == cast(DATE_PART('year', day) as integer) | date_part('month', day)::integer
                numeric | n * 2 == (n*2) | n * 3
                numeric(10,2) | n * 1.19 == n*1.19 | n * 1.2
                varchar(20) | lower(b) == LOWER(b) | upper(b)
                varchar(20) | 'x' == ('x') | 'y'
                text | other.twice(b) == "other".twice(b) | other.twice(c)
                text | t.b || 'x' == public.t.b || 'x' == b || 'x' | t.c || 'x'
                """);
    }

    private static List<Spelling> read(String lines) {
        return lines.lines()
                .map(line -> line.split(" \\| "))
                .map(parts -> new Spelling(parts[0], List.of(parts[1].split(" == ")), parts[2]))
                .toList();
    }
}
