String log = new File(basedir, "build.log").text
assert log.contains('The model expects what no migration does:')
assert log.contains('add column customer.email varchar(50)')
assert log.contains('Run mvn albedo:create')
return true
