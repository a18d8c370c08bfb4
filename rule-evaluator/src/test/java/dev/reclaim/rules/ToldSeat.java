package dev.reclaim.rules;

import dev.reclaim.events.Holder;
import dev.reclaim.events.SignalEvent.SourceHealth.Sees;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what is known of a seat from a line of words, as the page about rules has it: phrases with
 * semicolons between them. A date is the begin of that day where the holder is.
 */
final class ToldSeat {

  private static final Map<Pattern, BiConsumer<ASeat, MatchResult>> PHRASES = new LinkedHashMap<>();

  static {
    phrase("now is (.+)", (seat, m) -> seat.asOf(at(seat, m.group(1))));
    phrase("lives in (.+)", (seat, m) -> seat.holder().in(m.group(1)));
    phrase("works (.+)", (seat, m) -> seat.holder().works(days(m.group(1))));
    phrase(
        "away from (.+) to (.+)",
        (seat, m) -> seat.holder().away(at(seat, m.group(1)), at(seat, m.group(2))));
    phrase("assigned directly", (seat, m) -> {});
    phrase("assigned (.+)", (seat, m) -> held(seat, m, Tenure.Known.ASSIGNED));
    phrase("first seen (.+)", (seat, m) -> held(seat, m, Tenure.Known.FIRST_SEEN));
    phrase("restored (.+)", (seat, m) -> held(seat, m, Tenure.Known.RESTORED));
    phrase(
        "used (.+) for (PT.+)",
        (seat, m) -> seat.used(at(seat, m.group(1)), Duration.parse(m.group(2))));
    phrase(
        "used (.+) with (.+)", (seat, m) -> seat.usedWith(at(seat, m.group(1)), names(m.group(2))));
    phrase("opened (.+)", (seat, m) -> seat.opened(at(seat, m.group(1)), 1));
    phrase(
        "watched since (.+), silent since (.+)",
        (seat, m) -> seat.covered(at(seat, m.group(1)), at(seat, m.group(2)), Sees.OPENS));
    phrase(
        "watched since (.+)",
        (seat, m) -> seat.covered(at(seat, m.group(1)), seat.asOf(), Sees.OPENS));
    phrase(
        "measured since (.+)",
        (seat, m) -> seat.covered(at(seat, m.group(1)), seat.asOf(), Sees.ACTIVITY));
    phrase(
        "used other software (.+)",
        (seat, m) -> seat.presentElsewhere(Duration.between(at(seat, m.group(1)), seat.asOf())));
    phrase(
        "other software watched since (.+)",
        (seat, m) ->
            seat.coveredElsewhere(
                Duration.between(at(seat, m.group(1)), seat.asOf()), Duration.ZERO));
    phrase("answered Keep (.+)", (seat, m) -> seat.kept(at(seat, m.group(1))));
    phrase(
        "active since (.+)",
        (seat, m) -> seat.holder().is(Holder.Status.ACTIVE, at(seat, m.group(1))));
    phrase(
        "on leave since (.+)",
        (seat, m) -> seat.holder().is(Holder.Status.ON_LEAVE, at(seat, m.group(1))));
    phrase("left (.+)", (seat, m) -> seat.holder().is(Holder.Status.LEFT, at(seat, m.group(1))));
    phrase("in the roster", (seat, m) -> seat.holder().inRoster(true));
    phrase("not in the roster", (seat, m) -> seat.holder().inRoster(false));
    phrase("account enabled", (seat, m) -> seat.holder().accountEnabled(true));
    phrase("account disabled", (seat, m) -> seat.holder().accountEnabled(false));
    phrase(
        "contract ends (.+)", (seat, m) -> seat.holder().contractEnds(LocalDate.parse(m.group(1))));
    phrase("started (.+)", (seat, m) -> seat.holder().started(LocalDate.parse(m.group(1))));
    phrase(
        "moved from (.+) to (.+) on (.+)",
        (seat, m) -> seat.holder().moved(m.group(1), m.group(2), at(seat, m.group(3))));
    phrase(
        "department known since (.+)",
        (seat, m) -> seat.holder().departmentKnownSince(at(seat, m.group(1))));
    phrase("department (.+)", (seat, m) -> seat.holder().department(m.group(1)));
    phrase("cost centre (.+)", (seat, m) -> seat.holder().costCentre(m.group(1)));
    phrase("location (.+)", (seat, m) -> seat.holder().location(m.group(1)));
    phrase("in the group (.+)", (seat, m) -> seat.holder().group(m.group(1)));
    phrase(
        "is an? (.+)",
        (seat, m) ->
            seat.holder()
                .is(Holder.Kind.valueOf(m.group(1).toUpperCase(Locale.ROOT).replace(' ', '_'))));
    phrase("seat from the group (.+)", (seat, m) -> seat.fromGroup(m.group(1)));
    phrase("costs (.+) (.+)", (seat, m) -> seat.costs(m.group(1), m.group(2)));
    phrase(
        "tier below: (.+) with (.+)",
        (seat, m) -> seat.above(m.group(1), Optional.of(names(m.group(2)))));
    phrase("tier below: (.+)", (seat, m) -> seat.above(m.group(1), Optional.empty()));
    phrase(
        "also has (.+), used (.+) for (PT.+), watched since (.+)",
        (seat, m) ->
            seat.alsoHas(
                m.group(1),
                at(seat, m.group(2)),
                Duration.parse(m.group(3)),
                at(seat, m.group(4))));
    phrase(
        "also has (.+), used on (\\d+) days, watched since (.+)",
        (seat, m) ->
            seat.alsoHas(
                m.group(1),
                Integer.parseInt(m.group(2)),
                Optional.of(Duration.between(at(seat, m.group(3)), seat.asOf()))));
    phrase(
        "also has (.+), used on (\\d+) days",
        (seat, m) -> seat.alsoHas(m.group(1), Integer.parseInt(m.group(2)), Optional.empty()));
    phrase("restricted", (seat, m) -> seat.restricted());
    phrase("not restricted", (seat, m) -> {});
    phrase("nobody defined the application", (seat, m) -> seat.ofAnApplicationThatNobodyDefined());
    phrase("nobody is known by the account", (seat, m) -> seat.ofNobodyKnown());
    phrase("somebody is known by the account", (seat, m) -> {});
    phrase("nothing", (seat, m) -> {});
  }

  private ToldSeat() {}

  static ASeat of(String words) {
    ASeat seat = ASeat.seat();
    for (String phrase : words.split("; ", -1)) {
      tell(seat, phrase.strip());
    }
    return seat;
  }

  private static void tell(ASeat seat, String phrase) {
    for (Map.Entry<Pattern, BiConsumer<ASeat, MatchResult>> known : PHRASES.entrySet()) {
      Matcher matcher = known.getKey().matcher(phrase);
      if (matcher.matches()) {
        known.getValue().accept(seat, matcher.toMatchResult());
        return;
      }
    }
    throw new AssertionError("'" + phrase + "' is no phrase about a seat");
  }

  private static void phrase(String words, BiConsumer<ASeat, MatchResult> meaning) {
    PHRASES.put(Pattern.compile(words), meaning);
  }

  private static void held(ASeat seat, MatchResult words, Tenure.Known known) {
    seat.held(at(seat, words.group(1)), known);
  }

  private static Instant at(ASeat seat, String text) {
    return text.contains("T") ? Instant.parse(text) : seat.holder().begin(LocalDate.parse(text));
  }

  private static Set<String> names(String list) {
    return Arrays.stream(list.split(", ", -1)).collect(Collectors.toSet());
  }

  private static DayOfWeek[] days(String list) {
    return names(list).stream()
        .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
        .toArray(DayOfWeek[]::new);
  }
}
