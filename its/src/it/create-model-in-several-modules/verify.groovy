def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
String log = situation.log
assert situation.migrations() == []
assert log.contains("Nothing to do in this module: its model is part of the model of app")
assert log.contains("Nothing to do in this module: the model is in module app")
assert !new File(basedir, "model/src/main/java/shop/model/migrations").exists()
assert !new File(basedir, "web/src/main/java/shop").list().contains("migrations")
def migrations = new File(basedir, "app/src/main/java/shop/migrations").listFiles().findAll { it.name.endsWith(".java") }.sort()
assert migrations*.name.every { it ==~ /M\d{14}_(First|AddEmail)\.java/ }
assert migrations.size() == 2
["country", "customer", "purchase"].each { assert migrations[0].text.contains('op.createTable(\n                "' + it + '",') }
assert migrations[1].text.contains('op.addColumn("customer", column("email", varchar(50)).nullable());')
assert log.count("Applied 1 revision;") == 2
assert log.count("No difference: the database matches the model") == 1
assert log.count("The model and its 1 revision agree") == 1
assert log.count("The model and its 2 revisions agree") == 1
assert log.count("Rolled back 2 revisions") == 1
assert situation.tables() == ["albedo_history", "albedo_history_log"]
return true
