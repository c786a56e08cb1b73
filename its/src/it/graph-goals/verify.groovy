def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
def lines = situation.log.readLines().collect { it.replace("[INFO] ", "") }
def after = { String first, int count -> lines.subList(lines.indexOf(first), lines.indexOf(first) + count) }
assert after("* cccccccccccc  M3  (head, pending)", 4) == [
        "* cccccccccccc  M3  (head, pending)",
        "| * bbbbbbbbbbbb  M2  billing  (head, current)",
        "|/",
        "* aaaaaaaaaaaa  M1  (base)"]
assert after("  -> bbbbbbbbbbbb  M2  billing  (head, current)", 2)[1] == "  -> cccccccccccc  M3  (head, pending)"
assert after("  up", 4) == ["  up", "    create table invoice", "  down", "    drop table invoice"]
assert lines.any { it.startsWith("  file        ") && it.endsWith("/shop/migrations/M2.java") }
String json = situation.log.substring(situation.log.indexOf('{\n  "format"'))
json = json.substring(0, json.indexOf("\n}") + 2)
def parsed = new groovy.json.JsonSlurper().parseText(json)
assert parsed.revisions*.id == ["cccccccccccc", "bbbbbbbbbbbb"]
assert parsed.revisions*.state == ["pending", "applied"]
situation.failedWith(
        "The database is not at head: 1 revision is pending, the first cccccccccccc (M3); run mvn albedo:migrate",
        'there is no revision "biling" in this project; did you mean billing (label of bbbbbbbbbbbb)?')
assert situation.tables() == ["albedo_history", "albedo_history_log", "customer"]
return true
