assert new File(basedir, "build.log").text.contains("Stopped the embedded PostgreSQL")
return true
