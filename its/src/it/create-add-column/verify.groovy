String log = new File(basedir, "build.log").text
def migrations = new File(basedir, "src/main/java/shop/migrations").listFiles().findAll { it.name.endsWith(".java") }.sort()
assert migrations*.name.every { it ==~ /M\d{14}_(First|AddEmailToCustomer)\.java/ }
assert migrations.size() == 2
def origins = new File(basedir, "src/main/java/shop/migrations/origins.txt").readLines()
assert origins.tail() == [
    "# format 1",
    "customer = shop.Customer",
    "customer.email = shop.Customer#email",
    "customer.id = shop.Customer#id",
    "customer.name = shop.Customer#name",
    "customer_seq = shop.Customer#id.sequence()",
]
assert migrations[1].text.contains('op.addColumn("customer", column("email", varchar(50)).nullable());')
assert migrations[1].text.contains('op.dropColumn("customer", "email"); // DELETES DATA')
assert log.count("Tested on the database, up and down, and rolled back") == 2
assert log.contains("create table customer")
assert log.contains("add column customer.email varchar(50)")
assert log.count("Applied 1 revision;") == 2
assert log.contains("The database is at head")
assert log.contains("No difference: the database matches the model")
assert log.contains("The model and its 2 revisions agree")
assert log.contains("Rolled back 2 revisions")
assert log =~ /[0-9a-f]{12}  M\d{14}_AddEmailToCustomer  \(head, pending\)/
return true
