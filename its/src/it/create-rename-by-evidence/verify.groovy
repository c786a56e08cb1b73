String log = new File(basedir, "build.log").text
assert log.contains("customer.mail is renamed to email, because shop.Customer#email was mail")
assert log.contains("customer.phone is renamed to telephone, because @RenamedFrom declares it")

File directory = new File(basedir, "src/main/java/shop/migrations")
def migrations = directory.listFiles().findAll { it.name.endsWith(".java") }.sort()
assert migrations.size() == 2
assert migrations[1].text.contains('op.renameColumn("customer", "mail", "email");')
assert migrations[1].text.contains('op.renameColumn("customer", "phone", "telephone");')
assert !migrations[1].text.contains("DELETES DATA")
def origins = new File(directory, "origins.txt").readLines().drop(2)
assert origins.findAll { !it.startsWith("#") } == [
    "customer = shop.Customer",
    "customer.email = shop.Customer#email",
    "customer.id = shop.Customer#id",
    "customer.telephone = shop.Customer#telephone",
    "customer_seq = shop.Customer#id.sequence()",
]
// What the second migration replaced, for the case that its file is deleted.
assert origins.findAll { it.startsWith("#") }*.replaceFirst(/^# [0-9a-f]{12} /, "") ==
    ["replaced customer.mail = shop.Customer#email", "replaced customer.phone = shop.Customer#phone"]
assert log.contains("No difference: the database matches the model")
// The first says it to whoever creates, the second to whoever builds.
assert log.count('@RenamedFrom("phone") for customer.telephone is applied and can be removed') == 2
assert log.contains("The model and its 2 revisions agree")
assert log.contains("Rolled back 1 revision")
return true
