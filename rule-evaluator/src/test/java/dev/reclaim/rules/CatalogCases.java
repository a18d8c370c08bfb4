package dev.reclaim.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Seats for the rules of the catalogue. Now is Sunday, 2026-11-22, 12:00 UTC. */
public final class CatalogCases {

  private static final String LINES =
      """
      contractor-ended    | RECLAIMABLE     | contract ends 2026-11-21
      contractor-ended    | NOT_RECLAIMABLE | contract ends 2026-11-22
      contractor-ended    | NOT_RECLAIMABLE | contract ends 2026-11-21; on leave since 2026-11-01
      contractor-ended    | NOT_ENOUGH_DATA | nothing
      downgrade           | RECLAIMABLE     | tier below: Viewer with view; used 2026-11-02 with view; watched since 2026-06-01
      downgrade           | NOT_RECLAIMABLE | tier below: Viewer with view; used 2026-11-02 with view, edit; watched since 2026-06-01
      downgrade           | NOT_ENOUGH_DATA | tier below: Viewer with view; opened 2026-11-02; watched since 2026-06-01
      idle-30-days-sso    | RECLAIMABLE     | seat from the group LIC; used 2026-10-22 for PT1H; watched since 2026-10-23; used other software 2026-11-20
      idle-30-days-sso    | NOT_RECLAIMABLE | seat from the group LIC; opened 2026-10-23; watched since 2026-06-01; used other software 2026-11-20
      idle-30-days-sso    | NOT_RECLAIMABLE | assigned directly; watched since 2026-06-01; used other software 2026-11-20
      idle-30-days-sso    | NOT_ENOUGH_DATA | seat from the group LIC; watched since 2026-10-24; used other software 2026-11-20
      idle-60-days-direct | RECLAIMABLE     | assigned directly; used 2026-09-22 for PT1H; watched since 2026-09-23; used other software 2026-11-20
      idle-60-days-direct | NOT_RECLAIMABLE | assigned directly; opened 2026-09-23; watched since 2026-06-01; used other software 2026-11-20
      idle-60-days-direct | NOT_RECLAIMABLE | seat from the group LIC; watched since 2026-06-01; used other software 2026-11-20
      idle-60-days-direct | NOT_ENOUGH_DATA | assigned directly; watched since 2026-06-01
      idle-90-days        | RECLAIMABLE     | used 2026-11-20 for PT4M59S; watched since 2026-06-01; used other software 2026-11-20
      idle-90-days        | NOT_RECLAIMABLE | used 2026-11-20 for PT5M; watched since 2026-06-01; used other software 2026-11-20
      idle-90-days        | NOT_RECLAIMABLE | watched since 2026-06-01; used other software 2026-10-22; other software watched since 2026-06-01
      idle-90-days        | NOT_ENOUGH_DATA | watched since 2026-06-01, silent since 2026-11-19; used other software 2026-11-20
      leaver              | RECLAIMABLE     | left 2026-11-22
      leaver              | NOT_RECLAIMABLE | left 2026-11-23
      leaver              | NOT_RECLAIMABLE | active since 2020-01-01
      leaver              | NOT_ENOUGH_DATA | nothing
      leaver-last-day     | RECLAIMABLE     | now is 2026-11-22T17:00:00Z; lives in Europe/Berlin; left 2026-11-22
      leaver-last-day     | NOT_RECLAIMABLE | now is 2026-11-22T16:59:59Z; lives in Europe/Berlin; left 2026-11-22
      leaver-last-day     | NOT_ENOUGH_DATA | nothing
      never-used          | RECLAIMABLE     | assigned 2026-09-23; watched since 2026-09-23; used other software 2026-11-20
      never-used          | NOT_RECLAIMABLE | assigned 2026-09-23; used 2026-09-24 for PT1S; watched since 2026-09-23; used other software 2026-11-20
      never-used          | NOT_RECLAIMABLE | assigned 2026-09-24; watched since 2026-09-23; used other software 2026-11-20
      never-used          | NOT_ENOUGH_DATA | assigned 2026-09-23; watched since 2026-09-24; used other software 2026-11-20
      non-human-idle      | RECLAIMABLE     | is a service account; used 2026-08-23 for PT1S; watched since 2026-08-24
      non-human-idle      | NOT_RECLAIMABLE | is a shared mailbox; used 2026-08-24 for PT1S; watched since 2026-06-01
      non-human-idle      | NOT_RECLAIMABLE | is a person; watched since 2026-06-01
      non-human-idle      | NOT_ENOUGH_DATA | watched since 2026-06-01
      not-in-hr           | RECLAIMABLE     | not in the roster; assigned 2026-10-23
      not-in-hr           | NOT_RECLAIMABLE | not in the roster; assigned 2026-10-24
      not-in-hr           | NOT_RECLAIMABLE | in the roster; assigned 2026-10-23
      not-in-hr           | NOT_ENOUGH_DATA | active since 2020-01-01; assigned 2026-10-23
      overlap             | RECLAIMABLE     | watched since 2026-06-01; also has power-bi, used on 1 days, watched since 2026-06-01
      overlap             | NOT_RECLAIMABLE | used 2026-11-02 for PT6M; watched since 2026-06-01; also has power-bi, used on 1 days, watched since 2026-06-01
      overlap             | NOT_ENOUGH_DATA | watched since 2026-06-01; also has power-bi, used on 1 days
      restricted-software | RECLAIMABLE     | restricted
      restricted-software | NOT_RECLAIMABLE | not restricted
      restricted-software | NOT_ENOUGH_DATA | nobody defined the application
      """;

  private static final List<ToldCase> ALL =
      LINES.lines().map(line -> told(line.split("\\|", -1))).toList();

  private CatalogCases() {}

  public static Stream<ToldCase> all() {
    return ALL.stream();
  }

  private static ToldCase told(String[] line) {
    try {
      Path file = Path.of("../catalog/rules", line[0].strip() + ".yaml");
      return new ToldCase(
          ToldCase.read(Files.readString(file)),
          line[2].strip(),
          Preview.Kind.valueOf(line[1].strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
