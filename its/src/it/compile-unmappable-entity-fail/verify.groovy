def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith("Compilation failure\nsrc/main/java/shop/Basket.java:[13,12] Hibernate cannot map Basket.content:"
        + " Association 'shop.Basket.content' targets the type 'java.lang.Object' which is not an '@Entity' type")
// No snapshot that passes for that of these classes.
File snapshot = new File(basedir, "target/classes/META-INF/albedo/schema.json")
assert !snapshot.exists() || snapshot.text.isEmpty()
return true
