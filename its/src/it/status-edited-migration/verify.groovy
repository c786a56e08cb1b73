def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
def (String formatted, String edited, String json) = situation.log.split("BUILD SUCCESS")[1..3]
assert formatted.contains("Compiling 1 source file")
assert formatted.contains("The database is at head")
assert !formatted.contains("Edited after")
assert edited =~ /Edited after they were applied:\R\[INFO\]   aaaaaaaaaaaa  M1\R\[INFO\] Put back what was edited, and write the change as a new revision/
assert json =~ /(?s)"edited": \[\s*\{\s*"id": "aaaaaaaaaaaa",\s*"name": "M1"\s*}\s*]/
return true
