def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
String log = situation.log
assert log.contains("Added to pom.xml:")
assert log.count("Added to ") == 1
assert log.contains("Nothing is missing. Next: mvn compile")
assert log.contains("Applied 1 revision;")
assert situation.migrations().size() == 1
assert situation.tables() == ["albedo_history", "albedo_history_log", "customer"]
assert log =~ /(?s)\{\s+"format": 1,\s+"different": false,\s+"deletesData": false,\s+"operations": \[\]\s+\}/

// What was there is there still, line for line, and only what init said it added is new.
List<String> before = new File(basedir, "../../../src/it/init-fresh-project/pom.xml").readLines().collect { it.replaceAll("@hibernate.version@", "") }
List<String> after = new File(basedir, "pom.xml").readLines().collect { it.replaceAll(/(?<=<version>)7\.\d+\.\d+\.Final/, "") }
List<String> added = []
int next = 0
after.each { if (next < before.size() && it == before[next]) { next++ } else { added << it.trim() } }
assert next == before.size()
assert added.findAll { it.contains("<artifactId>") } == ["<artifactId>albedo-annotations</artifactId>", "<artifactId>albedo-maven-plugin</artifactId>"]
assert added.count("<extensions>true</extensions>") == 1
return true
