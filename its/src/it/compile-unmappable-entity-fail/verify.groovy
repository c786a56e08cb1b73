String log = new File(basedir, "build.log").text
assert log.contains('Basket.java:[')
return true
