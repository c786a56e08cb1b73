def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
String left = "The source of shop/Bill.class is gone, but its class is still in target/classes" +
        " and the compiler did not remove it: run mvn clean compile. Nothing was run"
situation.failedWith(left, left)
assert situation.log.count("The model and its 1 revision agree") == 1
return true
