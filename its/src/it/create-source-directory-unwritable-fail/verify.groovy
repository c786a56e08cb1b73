String log = new File(basedir, "build.log").text
assert log.contains('so nothing was written')
assert log.contains('Make the directory writable, or name another one with albedo.sourceDirectory')
return true
