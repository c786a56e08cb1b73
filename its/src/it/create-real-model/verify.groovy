String log = new File(basedir, "build.log").text
def migrations = new File(basedir, "src/main/java/com/example/identity/migrations").listFiles().findAll { it.name.endsWith(".java") }.sort()
assert migrations*.name.every { it ==~ /M\d{14}_Keycloak2[46]\.java/ }
assert migrations.size() == 2

String first = migrations[0].text
assert first.count("op.createTable(") == 81
assert first.contains('"user_entity"')

// What the newer release adds and changes, all of it.
String up = migrations[1].text.split("public void down")[0]
def operations = (up =~ /op\.(\w+)\(/).collect { it[1] }.countBy { it }
// Existing rows get a momentary default in five of the new columns; two of these may be NULL and belong to primitive attributes.
assert operations == [dropConstraint: 2, createTable: 5, addColumn: 5, addFilledColumn: 5, alterColumn: 2]

assert log.count("No difference: the database matches the model") == 2
assert log.contains("Hibernate validates 57 classes")
assert log.contains("Hibernate validates 62 classes")
assert log.contains("The model and its 2 revisions agree")
assert log.contains("Rolled back 2 revisions")
assert log.contains("The schema is empty")
return true
