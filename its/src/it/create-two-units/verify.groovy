def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith(
        "persistence.xml declares the persistence units main, log: name one with -Dalbedo.persistenceUnit, or with an"
                + " execution that is configured for it, as in mvn albedo:status@main",
        ~/the database has revision [0-9a-f]{12}, which belongs to persistence unit main, not to log: set -Dalbedo.persistenceUnit=main, or connect to the database of log/)
assert situation.log.count("No difference: the database matches the model, so nothing was written") == 2
assert situation.log.count("The model and its 1 revision agree") == 2
assert !situation.log.contains("Left alone")
// The next command is that of the same unit.
assert situation.log.contains("Review it, then run mvn albedo:migrate@main")
assert situation.log.contains("Review it, then run mvn albedo:migrate@log")
["main": "customer", "log": "entry"].each { unit, table ->
    File[] migrations = new File(basedir, "src/main/java/shop/migrations/" + unit).listFiles()
    assert migrations.collect { it.name.replaceAll(/[0-9]+/, "") }.sort() == ["M_First.java", "origins.txt"]
    assert migrations.find { it.name.endsWith(".java") }.text.replaceAll(/\s+/, "").contains('createTable("' + table + '"')
    assert migrations.find { it.name == "origins.txt" }.text.contains("# persistence unit " + unit)
    assert new File(basedir, "target/classes/META-INF/albedo/schema-" + unit + ".json").text.contains('"' + table + '"')
}
String script = new File(basedir, "target/albedo/script.sql").text.toLowerCase()
assert script.contains("entry") && !script.contains("customer")
assert situation.tables("main.url") == ["albedo_history", "albedo_history_log", "customer"]
assert situation.tables("log.url") == ["albedo_history", "albedo_history_log"]
return true
