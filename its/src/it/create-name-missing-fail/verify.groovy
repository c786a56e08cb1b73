String log = new File(basedir, "build.log").text
assert log.contains('The migration has no name: say what it does, for example mvn albedo:create -Dname="add email to customer"')
assert log.contains('The name "???" has no letter or digit')
return true
