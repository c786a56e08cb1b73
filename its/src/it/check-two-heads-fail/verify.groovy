String log = new File(basedir, "build.log").text
assert log.contains('There are 2 heads: bbbbbbbbbbbb (M2), cccccccccccc (M3)')
return true
