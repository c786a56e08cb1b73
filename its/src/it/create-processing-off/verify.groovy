String log = new File(basedir, "build.log").text
assert log.contains("annotation processing is off (proc none in execution default-compile of maven-compiler-plugin)")
assert log.contains("Read the model from the classes: 1 table")
assert log.contains("Applied 1 revision;")
assert log.contains("The model and its 1 revision agree")
assert log.contains("The database is at head")
return true
