package dev.reclaim.consent;

import dev.reclaim.events.Evidence;
import dev.reclaim.events.Holder;
import dev.reclaim.events.Money;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** What we say, in the reader's language and time zone. A language is one file of words. */
public final class Words {

  private final ResourceBundle bundle;
  private final ZoneId zone;
  private final Instant now;

  private Words(ResourceBundle bundle, ZoneId zone, Instant now) {
    this.bundle = bundle;
    this.zone = zone;
    this.now = now;
  }

  /** For this reader; English where we do not speak their language. */
  public static Words of(Optional<Holder> reader, Instant now) {
    return new Words(
        ResourceBundle.getBundle(
            "words.consent",
            reader.flatMap(Holder::locale).orElse(Locale.ENGLISH),
            Words.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)),
        reader.flatMap(Holder::timeZone).orElse(ZoneOffset.UTC),
        now);
  }

  /** The language that is really spoken. */
  public Locale locale() {
    return bundle.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : bundle.getLocale();
  }

  public String lang() {
    return locale().toLanguageTag();
  }

  public String say(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale()).format(arguments);
  }

  /** What needs no arguments; templates call it. */
  public String label(String key) {
    return say(key);
  }

  public String day(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(locale())
        .format(at.atZone(zone));
  }

  /** Date and time with its zone, and how far away that is. */
  public String moment(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    return say(
        "moment",
        day(at),
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale()).format(local),
        DateTimeFormatter.ofPattern("z", locale()).format(local),
        away(Duration.between(now, at)));
  }

  private String away(Duration time) {
    boolean past = time.isNegative();
    Duration length = time.abs();
    String unit = length.toHours() >= 48 ? "days" : length.toMinutes() >= 120 ? "hours" : "minutes";
    long count =
        switch (unit) {
          case "days" -> length.toDays();
          case "hours" -> length.toHours();
          default -> length.toMinutes();
        };
    return say((past ? "past." : "future.") + unit, count);
  }

  public String money(Money price) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale());
    format.setCurrency(price.currency());
    if (price.amount().stripTrailingZeros().scale() <= 0) {
      format.setMaximumFractionDigits(0);
    }
    return format.format(price.amount());
  }

  /** What is known about the use, to the holder or about them. */
  public String evidence(
      Evidence evidence, String application, Decision.Kind reader, String holder) {
    String to = reader == Decision.Kind.HOLDER ? "holder." : "approver.";
    return switch (evidence) {
      case Evidence.Used used ->
          say(
              to + "used",
              application,
              day(used.last()),
              Duration.between(used.last(), now).toDays(),
              holder);
      case Evidence.NotUsedSince idle ->
          say(
              to + "not-used-since",
              application,
              day(idle.since()),
              Duration.between(idle.since(), now).toDays(),
              holder);
      case Evidence.Unknown unknown -> say("unknown", application, unknown.why());
    };
  }
}
