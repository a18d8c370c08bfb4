package dev.reclaim.usage.rest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/**
 * The header row: which column stands where. Columns that nobody here knows are left alone.
 *
 * @param width how many columns every line has
 */
record RosterHeader(Map<RosterColumn, Integer> places, int width) {

  private static final List<RosterColumn> IDENTIFIERS =
      List.of(
          RosterColumn.EMPLOYEE_NUMBER,
          RosterColumn.USER_PRINCIPAL_NAME,
          RosterColumn.EMAIL,
          RosterColumn.SAM_ACCOUNT_NAME,
          RosterColumn.OTHER_ACCOUNTS);

  /**
   * Reads the header.
   *
   * @throws IllegalArgumentException if a column is missing or stands twice
   */
  static RosterHeader of(List<String> headings) {
    Map<RosterColumn, Integer> places = new EnumMap<>(RosterColumn.class);
    for (int i = 0; i < headings.size(); i++) {
      Optional<RosterColumn> column = RosterColumn.named(headings.get(i));
      if (column.isPresent() && places.put(column.get(), i) != null) {
        throw new IllegalArgumentException(column.get().title() + ": stands twice in the header");
      }
    }
    if (!places.containsKey(RosterColumn.STATUS)) {
      throw new IllegalArgumentException("status: the header has no such column");
    }
    if (IDENTIFIERS.stream().noneMatch(places::containsKey)) {
      throw new IllegalArgumentException(
          "employeeNumber: the header has no such column, nor userPrincipalName, email,"
              + " samAccountName or otherAccounts");
    }
    return new RosterHeader(places, headings.size());
  }

  /** The values of one line that are not blank, each on one line. */
  Map<RosterColumn, String> values(CSVRecord line) {
    Map<RosterColumn, String> values = new HashMap<>();
    places.forEach(
        (column, place) -> {
          String value = line.get(place).replaceAll("\\s+", " ").strip();
          if (!value.isEmpty()) {
            values.put(column, value);
          }
        });
    return values;
  }

  /** The separator that a header uses: a comma, unless it has none and another does the work. */
  static char separatorOf(String header) {
    List<Character> others = new ArrayList<>(List.of(';', '\t'));
    return header.indexOf(',') >= 0
        ? ','
        : others.stream().filter(other -> header.indexOf(other) >= 0).findFirst().orElse(',');
  }
}
