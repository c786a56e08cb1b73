def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith(~/(?s)pom\.xml cannot be written: .*It is as it was;.*<dependency>.*<plugin>.*/)
assert !new File(basedir, "pom.xml").text.contains("albedo")
return true
