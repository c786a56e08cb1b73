String log = new File(basedir, "build.log").text
def migrations = new File(basedir, "src/main/java/shop/migrations").listFiles().findAll { it.name.endsWith(".java") }.sort()
assert migrations*.name.every { it ==~ /M\d{14}_(FirstVersion|AddEmailAndReturns)\.java/ }
assert migrations.size() == 2

def operations = { String text -> (text =~ /op\.(\w+)\(/).collect { it[1] } }
String first = migrations[0].text.split("public void down")[0]
assert operations(first).countBy { it } == [createEnum: 1, createSequence: 4, createTable: 14]

def (String up, String down) = migrations[1].text.split("public void down").toList()
assert operations(up) == ["alterEnum", "addColumn", "addConstraint", "createIndex"]
assert up.contains('op.addColumn("customer", column("email", varchar(320)).nullable());')
assert up.contains('op.addConstraint("customer", unique("uq_customer_email", "email"));')
assert up.contains('op.createIndex("customer", index("ix_customer_created_at", "created_at"));')
assert operations(down) == ["expect", "dropIndex", "dropConstraint", "dropColumn", "alterEnum"]
assert down.contains('op.dropColumn("customer", "email"); // DELETES DATA')

// What the database had after the first migration, after the second, and after that was taken back.
assert log.count("tables: 14") == 3
def order = (log =~ /order status: (.*)/).collect { it[1].trim() }
assert order == ["PAID PLACED SHIPPED", "PAID PLACED RETURNED SHIPPED", "PAID PLACED SHIPPED"]
def columns = (log =~ /customer: (country_code .*)/).collect { it[1].trim().split(" ").contains("email") }
assert columns == [false, true, false]
def indexes = (log =~ /indexes of customer: (.*)/).collect { it[1].trim() }
String before = "ix_customer_last_name_first_name pk_customer"
assert indexes == [before, "ix_customer_created_at " + before + " uq_customer_email", before]

assert log.count("Applied 1 revision;") == 3
assert log.count("Rolled back 1 revision") == 1
assert log =~ /(?s)The database is at head.*Rolled back 1 revision.*Pending:.*_AddEmailAndReturns/
assert log =~ /[0-9a-f]{12}  M\d{14}_AddEmailAndReturns  \(head\)/
assert log.count("No difference: the database matches the model") == 1
assert log.contains("The model and its 2 revisions agree")
assert log.contains("Stopped the embedded PostgreSQL")
return true
