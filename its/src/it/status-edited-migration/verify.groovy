def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
def (String formatted, String edited, String json) = situation.log.split("BUILD SUCCESS")[1..3]
assert formatted.contains("Compiling 1 source file")
assert formatted.contains("The database is at head")
assert !formatted.contains("Edited after")
assert edited.readLines().collect { it - "[INFO] " }.join("\n").contains("""Edited after they were applied:
  aaaaaaaaaaaa  M1
    - create table customer: ...Column(name="name",type=Simple(name="varchar",arguments=["100",],),notNull=true,),],),)
    + create table customer: ...Column(name="name",type=Simple(name="varchar",arguments=["200",],),notNull=true,),],),)
Put back what was edited, and write the change as a new revision; or,""")
assert json =~ /(?s)"edited": \[\s*\{\s*"id": "aaaaaaaaaaaa",\s*"name": "M1",\s*"difference": \[\s*"- create table customer: .*",\s*"\+ create table customer: .*"\s*]\s*}\s*]/
return true
