String log = new File(basedir, "build.log").text
assert log.count("cannot connect to the database") == 2
assert log.contains("check user and password")
// Not even with -X and a stack trace.
assert !log.contains("not-the-password")
assert !log.contains("sesame-open")
assert !new File(basedir, "src/main/java/shop/migrations").exists()
return true
