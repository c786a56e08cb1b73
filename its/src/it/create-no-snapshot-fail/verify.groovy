String log = new File(basedir, "build.log").text
assert log.contains('There is no META-INF/albedo/schema.json among the classes')
assert log.contains('<extensions>true</extensions>')
return true
