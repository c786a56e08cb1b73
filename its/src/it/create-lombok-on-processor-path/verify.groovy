File classes = new File(basedir, "target/classes")
assert new File(classes, "META-INF/albedo/schema.json").text.contains('"name"')
assert new File(basedir, "build.log").text.contains("create table customer")
// MapStruct has seen what Lombok wrote, and its own class is there.
assert new File(basedir, "target/generated-sources/annotations/shop/CustomerMapperImpl.java").text.contains("customer.getName()")
assert new File(classes, "shop/CustomerMapperImpl.class").exists()
// Nothing that only the compilation needs gets into what the project runs with.
String runtime = new File(basedir, "target/runtime.txt").text
assert runtime.contains("albedo-annotations")
assert !runtime.contains("albedo-processor") && !runtime.contains("albedo-core") && !runtime.contains("gson")
return true
