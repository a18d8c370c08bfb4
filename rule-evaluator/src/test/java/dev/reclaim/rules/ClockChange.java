package dev.reclaim.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A change of the clocks somewhere; all moments are written out, none is computed.
 *
 * @param at when the clocks change
 * @param day the day there with 23 or 25 hours
 * @param begin of that day
 * @param edge a moment in the hour before or after the change, on that day
 * @param evening 18:00 of that day
 * @param end of that day
 */
public record ClockChange(
    String zone,
    Instant at,
    LocalDate day,
    Instant begin,
    Instant edge,
    Instant evening,
    Instant end) {

  /** In spring and in autumn, in the night and at midnight, which then comes never or twice. */
  public static final List<ClockChange> ALL =
      List.of(
          of("Europe/Berlin 2026-03-29T01:00 2026-03-29 28T23:00 29T00:30 29T16:00 29T22:00"),
          of("Europe/Berlin 2026-10-25T01:00 2026-10-25 24T22:00 25T00:30 25T17:00 25T23:00"),
          of("America/New_York 2026-03-08T07:00 2026-03-08 08T05:00 08T06:30 08T22:00 09T04:00"),
          of("America/New_York 2026-11-01T06:00 2026-11-01 01T04:00 01T05:30 01T23:00 02T05:00"),
          of("America/Santiago 2026-04-05T03:00 2026-04-04 04T03:00 05T02:30 04T21:00 05T04:00"),
          of("America/Santiago 2026-09-06T04:00 2026-09-06 06T04:00 06T04:30 06T21:00 07T03:00"),
          of("America/Havana 2026-11-01T05:00 2026-11-01 01T04:00 01T05:30 01T23:00 02T05:00"),
          of("Asia/Beirut 2026-03-28T22:00 2026-03-29 28T22:00 28T22:30 29T15:00 29T21:00"),
          of("Asia/Beirut 2026-10-24T21:00 2026-10-24 23T21:00 24T20:30 24T15:00 24T22:00"),
          of("Pacific/Auckland 2026-09-26T14:00 2026-09-27 26T12:00 26T13:30 27T05:00 27T11:00"));

  private static ClockChange of(String line) {
    String[] word = line.split(" ", -1);
    String month = word[1].substring(0, "2026-01-".length());
    return new ClockChange(
        word[0],
        Instant.parse(word[1] + ":00Z"),
        LocalDate.parse(word[2]),
        moment(month, word[3]),
        moment(month, word[4]),
        moment(month, word[5]),
        moment(month, word[6]));
  }

  private static Instant moment(String month, String dayAndTime) {
    return Instant.parse(month + dayAndTime + ":00Z");
  }

  @Override
  public String toString() {
    return zone + " on " + day;
  }
}
