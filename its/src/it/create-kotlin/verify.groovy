def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
assert situation.log.contains("create table bill")
// Once for each change: what was read after Kotlin's compiler is what the goals use.
assert situation.log.count("Read the model from the classes: 2 tables") == 3
assert situation.log.contains("add column customer.email varchar(50)")
assert situation.log.count("Applied 1 revision;") == 2
assert situation.log.contains("The model and its 2 revisions agree")
assert situation.log.contains("No difference: the database matches the model")
// Kotlin's compiler leaves the class of an entity that its source lost.
situation.failedWith("shop/Bill.class is no longer compiled from its source, but is still in target/classes"
        + " and the compiler did not remove it: run mvn clean compile. Nothing was run")
assert situation.log.contains("drop table bill")
assert situation.migrations().size() == 3
return true
