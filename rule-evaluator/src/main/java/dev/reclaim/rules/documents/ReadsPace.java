package dev.reclaim.rules.documents;

import dev.reclaim.rules.Blackout;
import dev.reclaim.rules.Caps;
import dev.reclaim.rules.Condition;
import dev.reclaim.rules.Pace;
import dev.reclaim.rules.Reaction;
import dev.reclaim.rules.Rule;
import dev.reclaim.rules.Timetable;
import dev.reclaim.rules.Window;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** When and how much a rule may propose. */
final class ReadsPace {

  private static final Window NINETY_DAYS = Window.ofDays(90);

  private ReadsPace() {}

  /** A rule that use does not prove wrong reacts to a leaver, unless it says otherwise. */
  static Pace of(Keys keys, Condition when) {
    Set<Reaction> usual = Rule.dependsOnUse(when) ? Set.of() : Set.of(Reaction.LEAVER);
    return new Pace(
        keys.maybeText("rest", Window::parse).orElse(NINETY_DAYS),
        keys.maybeObject("schedule").map(ReadsPace::timetable),
        keys.has("reactsTo") ? Set.copyOf(keys.words("reactsTo", Reaction.class)) : usual,
        keys.objects("blackouts").stream().map(ReadsPace::blackout).toList(),
        keys.maybeObject("caps").map(ReadsPace::caps).orElse(Caps.NONE));
  }

  private static Timetable timetable(Keys keys) {
    ZoneId zone = zone(keys);
    return keys.text("cron", text -> new CronTimetable(text, zone));
  }

  private static Blackout blackout(Keys keys) {
    return keys.whole(() -> new Blackout(keys.day("from"), keys.day("through"), zone(keys)));
  }

  private static Caps caps(Keys keys) {
    return keys.whole(
        () ->
            new Caps(
                keys.has("perRun")
                    ? OptionalInt.of(keys.node().get("perRun").asInt())
                    : OptionalInt.empty(),
                keys.has("share")
                    ? Optional.of(keys.node().get("share").decimalValue())
                    : Optional.empty(),
                keys.maybeObject("coldStart").map(ReadsPace::coldStart)));
  }

  private static Caps.ColdStart coldStart(Keys keys) {
    return keys.whole(
        () ->
            new Caps.ColdStart(keys.node().get("perRun").asInt(), keys.node().get("runs").asInt()));
  }

  private static ZoneId zone(Keys keys) {
    return keys.<ZoneId>maybeText("timeZone", ReadsPace::zone).orElse(ZoneOffset.UTC);
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "timeZone: '" + name + "' is not a time zone such as Europe/Berlin", e);
    }
  }
}
