def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
def errors = (situation.log =~ /(?s)\[ERROR\] ((?:Failed to execute goal|There is no option|2 options).*?)\s+(?:\[ERROR\] )?-> \[Help 1\]/).collect {
    it[1].replaceAll(/(?m)^\[ERROR\] /, "").replaceAll(/(?m)[ \t]+$/, "")
}
assert errors[0] == "There is no option albedo.dryrun (on the command line): use albedo.dryRun"
assert errors[1] == """2 options are invalid:
  albedo.dryRun is maybe (on the command line): use true or false
  albedo.lockPatience is soon (on the command line): use a whole number from 0 to 2147483"""
assert errors[2] == "There is no option albedo.chek.skip (on the command line): use albedo.check.skip"
assert errors[3].endsWith("There is no option albedo.skp (on the command line): use albedo.skip")
assert errors.size() == 4
assert !situation.log.contains("Compiling")
assert !(situation.log =~ /(?m)^\s+at [\w.$\/]+\(/)
assert situation.tables() == []
return true
