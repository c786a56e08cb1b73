File terminal = new File(basedir, "terminal.txt")
String log = new File(basedir, "build.log").text
println terminal.exists() ? terminal.text : "no terminal"
return true
