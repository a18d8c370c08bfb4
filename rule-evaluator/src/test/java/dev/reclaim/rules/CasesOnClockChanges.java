package dev.reclaim.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * For every condition that goes by the clock, its edges on the day of a clock change: a millisecond
 * decides. Moments are those of {@link ClockChange}; {@code first} is the begin of the UTC day in
 * which that day began. Unless a line says otherwise, now is 30 days of 24 hours after the edge.
 */
public final class CasesOnClockChanges {

  private static final String LINES =
      """
      unusedFor: {time: P30D}                   | used <first-PT0.001S> for PT5M; watched since <edge> | RECLAIMABLE
      unusedFor: {time: P30D}                   | used <first> for PT5M; watched since <edge> | NOT_RECLAIMABLE
      unusedFor: {time: P30D}                   | watched since <edge+PT0.001S> | NOT_ENOUGH_DATA
      unusedFor: {time: P30D}                   | assigned <edge>; watched since <edge> | RECLAIMABLE
      unusedFor: {time: P30D}                   | assigned <edge+PT0.001S>; watched since <edge> | NOT_RECLAIMABLE
      unusedFor: {time: P30D}                   | restored <edge+PT0.001S>; watched since <edge> | NOT_RECLAIMABLE
      unusedFor: {time: P30D}                   | now is <edge+P2D>; watched since 2025-01-01, silent since <edge> | RECLAIMABLE
      unusedFor: {time: P30D}                   | now is <edge+P2D>; watched since 2025-01-01, silent since <edge-PT0.001S> | NOT_ENOUGH_DATA
      unusedFor: {time: P30D}                   | now is <edge+P50D>; works monday, tuesday, wednesday; used <first-PT0.001S> for PT5M; watched since <edge> | RECLAIMABLE
      unusedFor: {time: P30D}                   | now is <edge+P50D>; works monday, tuesday, wednesday; used <first> for PT5M; watched since <edge> | NOT_RECLAIMABLE
      unusedFor: {time: P30D}                   | now is <edge+P50D>; works monday, tuesday, wednesday; watched since <edge+PT0.001S> | NOT_ENOUGH_DATA
      unusedFor: {time: P30D}                   | now is <end+P29D>; away from <begin> to <end>; watched since <begin-P1D> | RECLAIMABLE
      unusedFor: {time: P30D}                   | now is <end+P29D>; away from <begin> to <end>; watched since <begin-PT23H59M59.999S> | NOT_ENOUGH_DATA
      unusedFor: {time: P30D}                   | now is <end+P30D>; away from <begin> to <end>; watched since <end> | RECLAIMABLE
      usedLessThan: {time: PT5M, within: P30D}  | used <first> for PT4M59S; watched since <edge> | RECLAIMABLE
      usedLessThan: {time: PT5M, within: P30D}  | used <first> for PT5M; watched since <edge> | NOT_RECLAIMABLE
      usedLessThan: {time: PT5M, within: P30D}  | used <first-PT0.001S> for PT5M; watched since <edge> | RECLAIMABLE
      usedLessThan: {time: PT5M, within: P30D}  | watched since <edge+PT0.001S> | NOT_ENOUGH_DATA
      usedLessThan: {time: PT5M, within: P30D}  | opened <first>; measured since <edge> | RECLAIMABLE
      usedLessThan: {time: PT5M, within: P30D}  | opened <first>; measured since <edge+PT0.001S>; watched since <edge> | NOT_RECLAIMABLE
      usedLessThan: {opens: 1, within: P30D}    | opened <first-PT0.001S>; watched since <edge> | RECLAIMABLE
      usedLessThan: {opens: 1, within: P30D}    | opened <first>; watched since <edge> | NOT_RECLAIMABLE
      usedLessThan: {opens: 1, within: P30D}    | watched since <edge+PT0.001S> | NOT_ENOUGH_DATA
      neverUsed: {}                             | assigned <edge>; used <edge-PT0.001S> for PT5M; watched since <edge> | RECLAIMABLE
      neverUsed: {}                             | assigned <edge>; used <edge> for PT5M; watched since <edge> | NOT_RECLAIMABLE
      neverUsed: {}                             | assigned <edge>; watched since <edge+PT0.001S> | NOT_ENOUGH_DATA
      presentElsewhere: {within: P30D}          | used other software <edge> | RECLAIMABLE
      presentElsewhere: {within: P30D}          | used other software <edge-PT0.001S>; other software watched since <edge> | NOT_RECLAIMABLE
      presentElsewhere: {within: P30D}          | used other software <edge-PT0.001S>; other software watched since <edge+PT0.001S> | NOT_ENOUGH_DATA
      answeredKeep: {within: P30D}              | answered Keep <edge> | RECLAIMABLE
      answeredKeep: {within: P30D}              | answered Keep <edge-PT0.001S> | NOT_RECLAIMABLE
      holderLeft: {}                            | now is <begin>; left <day> | RECLAIMABLE
      holderLeft: {}                            | now is <begin-PT0.001S>; left <day> | NOT_RECLAIMABLE
      holderLeft: {at: "18:00"}                 | now is <evening>; left <day> | RECLAIMABLE
      holderLeft: {at: "18:00"}                 | now is <evening-PT0.001S>; left <day> | NOT_RECLAIMABLE
      not: {holderOnLeave: {}}                  | now is <begin-PT0.001S>; on leave since <day> | RECLAIMABLE
      not: {holderOnLeave: {}}                  | now is <begin>; on leave since <day> | NOT_RECLAIMABLE
      not: {holderOnLeave: {}}                  | now is <end>; away from <begin> to <end>; active since <end> | RECLAIMABLE
      not: {holderOnLeave: {}}                  | now is <end-PT0.001S>; away from <begin> to <end>; active since <end> | NOT_RECLAIMABLE
      contractEnded: {}                         | now is <end>; contract ends <day> | RECLAIMABLE
      contractEnded: {}                         | now is <end-PT0.001S>; contract ends <day> | NOT_RECLAIMABLE
      employedFor: {time: P30D}                 | now is <begin+P30D>; started <day> | RECLAIMABLE
      employedFor: {time: P30D}                 | now is <begin+PT719H59M59.999S>; started <day> | NOT_RECLAIMABLE
      movedDepartment: {within: P30D}           | moved from Sales to Finance on <edge> | RECLAIMABLE
      movedDepartment: {within: P30D}           | moved from Sales to Finance on <edge-PT0.001S>; department known since <edge> | NOT_RECLAIMABLE
      movedDepartment: {within: P30D}           | department Sales; department known since <edge+PT0.001S> | NOT_ENOUGH_DATA
      seatOlderThan: {age: P30D}                | assigned <edge> | RECLAIMABLE
      seatOlderThan: {age: P30D}                | assigned <edge+PT0.001S> | NOT_RECLAIMABLE
      cheaperTierWouldDo: {within: P30D}        | tier below: Explorer with view; used <first-PT0.001S> with edit; watched since <edge> | RECLAIMABLE
      cheaperTierWouldDo: {within: P30D}        | tier below: Explorer with view; used <first> with edit; watched since <edge> | NOT_RECLAIMABLE
      cheaperTierWouldDo: {within: P30D}        | tier below: Explorer with view; watched since <edge+PT0.001S> | NOT_ENOUGH_DATA
      overlap: {within: P30D}                   | used <first-PT0.001S> for PT9M; watched since <edge>; also has power-bi, used on 1 days, watched since <edge> | RECLAIMABLE
      overlap: {within: P30D}                   | used <first> for PT9M; watched since <edge>; also has power-bi, used on 1 days, watched since <edge> | NOT_RECLAIMABLE
      overlap: {within: P30D}                   | used <edge+P9D> for PT5M; watched since <edge>; also has power-bi, used <first> for PT9M, watched since <edge> | RECLAIMABLE
      overlap: {within: P30D}                   | used <edge+P9D> for PT5M; watched since <edge>; also has power-bi, used <first-PT0.001S> for PT9M, watched since <edge> | NOT_RECLAIMABLE
      overlap: {within: P30D}                   | watched since <edge>; also has power-bi, used on 1 days, watched since <edge+PT0.001S> | NOT_ENOUGH_DATA
      overlap: {within: P30D}                   | watched since <edge+PT0.001S>; also has power-bi, used on 1 days, watched since <edge> | NOT_ENOUGH_DATA
      """;

  private static final Pattern MOMENT = Pattern.compile("<(\\w+)([+-]P[^>]+)?>");

  /** As above, with moments that have a name instead of a date. */
  private static final List<ToldCase> ALL =
      LINES.lines().map(line -> told(line.split("\\|", -1))).toList();

  private CasesOnClockChanges() {}

  private static ToldCase told(String[] line) {
    return new ToldCase(
        ToldCase.rule("when: {%s}".formatted(line[0].strip())),
        line[1].strip(),
        Preview.Kind.valueOf(line[2].strip()));
  }

  public static Stream<ToldCase> of(ClockChange change) {
    String where = "lives in %s; now is <edge+P30D>; ".formatted(change.zone());
    return ALL.stream()
        .map(
            told ->
                new ToldCase(
                    told.rule(),
                    MOMENT.matcher(where + told.known()).replaceAll(moment -> at(moment, change)),
                    told.answer()));
  }

  private static String at(MatchResult words, ClockChange change) {
    if (words.group(1).equals("day")) {
      return change.day().toString();
    }
    Map<String, Instant> moments =
        Map.of(
            "first", change.begin().truncatedTo(ChronoUnit.DAYS),
            "begin", change.begin(),
            "edge", change.edge(),
            "evening", change.evening(),
            "end", change.end());
    Instant moment = moments.get(words.group(1));
    return words.group(2) == null
        ? moment.toString()
        : moment.plus(Duration.parse(words.group(2))).toString();
  }
}
