/*
 * A licence.
 */
package shop.migrations;

import static dev.albedo.schema.SchemaDsl.*;
import static dev.albedo.schema.Types.*;

import dev.albedo.*;
import dev.albedo.schema.Column;

/** The first one. */
@Revision( id = "aaaaaaaaaaaa" )
public final class M1 implements Migration
{
  @Override public void up( Operations op )
  {
    // The key is added by a later one.
    Column name = column( "name", varchar( 50 * 2 ) );
    op.createTable( "customer",
                    column( "id", bigint() ),
                    name );
  }

  @Override public void down( Operations op ) { op.dropTable( "customer" ); }
}
