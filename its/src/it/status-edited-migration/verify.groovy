def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
def (String formatted, String edited, String json) = situation.log.split("BUILD SUCCESS")[1..3]
assert formatted.contains("Compiling 1 source file")
assert formatted.contains("The database is at head")
assert !formatted.contains("Edited after")
assert edited.readLines().collect { it - "[INFO] " }.join("\n").contains("""Edited after they were applied:
  aaaaaaaaaaaa  M1
    ~ column customer.name: varchar(100) -> varchar(200)
Restore the revision and write the change as a new one; or,""")
assert json =~ /(?s)"edited": \[\s*\{\s*"id": "aaaaaaaaaaaa",\s*"name": "M1",\s*"difference": \[\s*"~ column customer\.name: varchar\(100\) -> varchar\(200\)"\s*]\s*}\s*]/
return true
