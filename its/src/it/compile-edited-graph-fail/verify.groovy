String log = new File(basedir, "build.log").text
assert log.contains('M2.java:[')
assert log.contains('000000000000')
return true
