def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith('Compilation failure\nsrc/main/java/shop/migrations/M2.java:[7,41] the parent "000000000000" of revision bbbbbbbbbbbb'
        + ' (shop.migrations.M2) does not exist')
return true
