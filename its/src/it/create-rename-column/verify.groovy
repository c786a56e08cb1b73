def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
String log = situation.log
situation.failedWith("""These may be renames, or unrelated, in which case the old one is dropped with its data:
    customer.mail -> email
  If they are renames, run the goal again with -Dalbedo.renames="customer.mail->email"
  If all of them are unrelated, with -Dalbedo.renames="customer.mail->\"""")

File directory = new File(basedir, "src/main/java/shop/migrations")
def migrations = situation.migrations().collect { new File(directory, it) }
assert migrations*.name.every { it ==~ /M\d{14}_(First|RenameMail)\.java/ }
assert migrations.size() == 2
assert migrations[1].text.contains('op.renameColumn("customer", "mail", "email");')
assert migrations[1].text.contains('op.renameColumn("customer", "email", "mail");')
assert !migrations[1].text.contains("DELETES DATA")
assert log.contains("No difference: the database matches the model")
assert log.contains("The model and its 2 revisions agree")
assert log.contains("Rolled back 1 revision")
return true
