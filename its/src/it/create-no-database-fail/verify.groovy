String log = new File(basedir, "build.log").text
assert log.contains('cannot connect to the database')
assert log.contains('is the server running and reachable from here?')
return true
