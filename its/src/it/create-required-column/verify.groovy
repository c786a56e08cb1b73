String log = new File(basedir, "build.log").text
def migrations = new File(basedir, "src/main/java/shop/migrations").listFiles().findAll { it.name.endsWith(".java") }.sort()
assert migrations.size() == 2
String id = (migrations[1].text =~ /id = "(\w+)"/)[0][1]
String name = migrations[1].name.replace(".java", "")

def (String up, String down) = migrations[1].text.split("public void down").toList()
assert up.contains('op.expect("customer", "char_length(name) <= 20");')
assert up.contains('op.addFilledColumn("customer", column("stars", integer()), "3");')
assert up.contains('// FILL IN the value for existing rows, as SQL: op.backfill("customer", "code", "...")')
assert up.contains('''op.backfill("customer", "name", "'nobody''s'");''')
assert down.contains('op.addColumn("customer", column("phone", varchar(255)).nullable());')

// What create said, and what kept migrate and check from going on.
assert log.contains("fill column customer.code, with what is not said yet, where it is NULL  FILL IN: customer.code")
assert log.contains("FILL IN: up() needs the value of customer.code for existing rows")
assert log.contains("drop column customer.phone  DELETES DATA")
String missing = "revision " + id + " (" + name + ") does not say what the rows of customer get in column code: write" +
        ' op.backfill("customer", "code", "...") with the SQL of a value in it'
assert log.contains("nothing was run: " + missing)
assert log.contains("- " + missing)
assert log.count('op.allowDataLoss("column customer.phone")') == 2

assert log.contains("  up    " + id + "  DELETES DATA: column customer.phone")
assert log.contains("nothing was taken back: it deletes data:")
assert log.contains("    " + id + "  column customer.stars, 2 rows with a value")
assert log.contains("    " + id + "  column customer.code, 2 rows with a value")
assert log.contains("  down  " + id + "  DELETES DATA: column customer.stars, 2 rows with a value")
assert log.contains("The model and its 2 revisions agree")
assert log.count("No difference: the database matches the model") == 1
def rows = (log =~ /row: (\(.*\))/).collect { it[1].trim() }
assert rows == ["(1,nobody's,C1,3)", "(2,Ann,C2,3)", "(1,nobody's,)", "(2,Ann,)"] ||
        rows == ["(1,nobody's,3,C1)", "(2,Ann,3,C2)", "(1,nobody's,)", "(2,Ann,)"]
return true
