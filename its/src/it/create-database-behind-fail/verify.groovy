String log = new File(basedir, "build.log").text
assert log.contains('The database is behind: ')
assert log.contains('_First) is not applied. Run mvn albedo:migrate, then mvn albedo:create again')
return true
