package dev.reclaim.local;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows under headings, each column as wide as it must be. */
final class Table {

  private final List<Boolean> toTheRight;
  private final List<String[]> rows = new ArrayList<>();

  private Table(List<Boolean> toTheRight) {
    this.toTheRight = toTheRight;
  }

  /** A heading that begins with {@code #} stands over numbers. */
  static Table of(String... headings) {
    List<String> all = List.of(headings);
    Table table = new Table(all.stream().map(heading -> heading.startsWith("#")).toList());
    table.row(
        all.stream()
            .map(heading -> heading.replace("#", "").toUpperCase(Locale.ROOT))
            .toArray(String[]::new));
    return table;
  }

  void row(String... cells) {
    rows.add(cells);
  }

  void print(PrintStream out) {
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.length; column++) {
        line.append("  ").append(padded(row[column], column));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private String padded(String cell, int column) {
    int width = rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
    String space = " ".repeat(width - cell.length());
    return toTheRight.get(column) ? space + cell : cell + space;
  }
}
