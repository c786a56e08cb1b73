def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
String log = situation.log
situation.failedWith("""These may be renames, or different things of which one is dropped with its data:
    customer.mail -> email
  If they are renames, run it again with -Dalbedo.renames="customer.mail->email"
  If they are all different things, with -Dalbedo.renames="customer.mail->\"""")

File directory = new File(basedir, "src/main/java/shop/migrations")
def migrations = situation.migrations().collect { new File(directory, it) }
assert migrations*.name.every { it ==~ /M\d{14}_(First|RenameMail)\.java/ }
assert migrations.size() == 2
assert migrations[1].text.contains('op.renameColumn("customer", "mail", "email");')
assert migrations[1].text.contains('op.renameColumn("customer", "email", "mail");')
assert !migrations[1].text.contains("DELETES DATA")
assert log.contains("No difference: the database is as the model expects it")
assert log.contains("The model and its 2 revisions agree")
assert log.contains("Took back 1 revision")
return true
