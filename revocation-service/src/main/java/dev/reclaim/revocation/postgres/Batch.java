package dev.reclaim.revocation.postgres;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows that one statement takes at once, column by column, as {@code FROM unnest(?, ?)} wants them.
 */
final class Batch {

  private final String[] types;
  private final List<List<Object>> columns;

  /**
   * @param types the PostgreSQL type of each column
   */
  Batch(String... types) {
    this.types = types.clone();
    this.columns = Arrays.stream(types).<List<Object>>map(_ -> new ArrayList<>()).toList();
  }

  Batch add(Object... row) {
    for (int i = 0; i < types.length; i++) {
      columns.get(i).add(Statements.plain(row[i]));
    }
    return this;
  }

  boolean isEmpty() {
    return columns.getFirst().isEmpty();
  }

  /** The columns as arguments of a statement. */
  Object[] columns() {
    Object[] arrays = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arrays[i] = new Column(types[i], columns.get(i));
    }
    return arrays;
  }

  /** One column; an argument of {@link Statements} like any other value. */
  record Column(String type, List<Object> values) {

    static Column texts(List<?> values) {
      return new Column("text", values.stream().map(Statements::plain).toList());
    }
  }
}
