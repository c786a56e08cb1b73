def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith(~/(?s)pom\.xml cannot be written: .*The file was not changed;.*<dependency>.*<plugin>.*/)
assert !new File(basedir, "pom.xml").text.contains("albedo")
return true
