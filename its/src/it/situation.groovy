// What the scripts beside the projects ask of what happened: evaluate(new File(basedir, "../../../src/it/situation.groovy")).
class Situation {
    File basedir
    String log

    /** Why each Maven run failed that did, in the order they ran: all that Maven says of it, in the user's words. */
    List<String> failures() {
        (log =~ /(?s)\[ERROR\] Failed to execute goal \S+ \(\S+\) on project \S+: (.*?)\s+(?:\[ERROR\] )?-> \[Help 1\]/).collect {
            it[1].replaceAll(/(?m)^\[ERROR\] /, "").replace(basedir.path + "/", "")
        }
    }

    /** That each failure is this text, or matches this pattern, and nothing else; and that no stack trace is shown. */
    void failedWith(Object... expected) {
        List<String> failures = failures()
        assert failures.size() == expected.size()
        [failures, expected].transpose().each { failure, text ->
            assert text instanceof java.util.regex.Pattern ? failure ==~ text : failure == text
        }
        assert !(log =~ /(?m)^\s+at [\w.$\/]+\(/)
    }

    /** The names of the migrations in the sources. */
    List<String> migrations() {
        (new File(basedir, "src/main/java/shop/migrations").list() ?: []).findAll { it.endsWith(".java") }.sort()
    }

    /** The tables of the situation's database, or of that of another URL, those of the history among them. */
    List<String> tables(String url = "albedo.url") {
        query("select tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1", url)
    }

    /** The first column of what the situation's database answers, or that of another URL. */
    List<String> query(String sql, String url = "albedo.url") {
        Properties properties = new Properties()
        new File(basedir, "test.properties").withReader { properties.load(it) }
        def connection = new org.postgresql.Driver().connect(properties[url] + "?user=postgres", new Properties())
        try {
            def rows = connection.createStatement().executeQuery(sql)
            List<String> found = []
            while (rows.next()) {
                found << rows.getString(1)
            }
            return found
        } finally {
            connection.close()
        }
    }

    /** That neither the sources nor the database have anything that they had not before. */
    void changedNothing() {
        assert migrations() == []
        assert tables() == []
    }
}
return new Situation(basedir: basedir, log: new File(basedir, "build.log").text)
