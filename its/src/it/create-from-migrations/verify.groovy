String log = new File(basedir, "build.log").text
def migrations = new File(basedir, "src/main/java/shop/migrations").listFiles().findAll { it.name.endsWith(".java") }.sort()
assert migrations*.name.every { it ==~ /M\d{14}_(First|AddEmailToCustomer)\.java/ }
assert migrations.size() == 2
assert migrations[1].text.contains('op.addColumn("customer", column("email", varchar(50)).nullable());')
assert log.count("Tested on a scratch database without rows, up and down") == 2
assert log.count("  add column customer.email varchar(50)") == 2
assert log.contains('mvn albedo:create -Dname="..." writes this migration')
assert log.contains("No difference: the migrations lead to the model, so nothing was written")
return true
