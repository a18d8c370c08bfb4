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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;

/** What we say, in the reader's language and time zone. A language is one file of words. */
public final class Words {

  private static final Set<String> SPOKEN = Set.of("en", "de", "fr", "es", "ja");
  private static final ResourceBundle.Control AS_NAMED =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle bundle;
  private final Locale locale;
  private final ZoneId zone;
  private final Instant now;

  private Words(Locale locale, ZoneId zone, Instant now) {
    this.bundle =
        ResourceBundle.getBundle("words.consent", locale, Words.class.getClassLoader(), AS_NAMED);
    this.locale = locale;
    this.zone = zone;
    this.now = now;
  }

  /** For this reader; English where we do not speak their language. */
  public static Words of(Optional<Holder> reader, Instant now) {
    return of(reader, List.of(), now);
  }

  /**
   * For this reader.
   *
   * @param accepted languages that their browser asks for, which count where HR names none that we
   *     speak
   */
  public static Words of(Optional<Holder> reader, List<Locale> accepted, Instant now) {
    return new Words(
        Stream.concat(reader.flatMap(Holder::locale).stream(), accepted.stream())
            .filter(wanted -> SPOKEN.contains(wanted.getLanguage()))
            .findFirst()
            .orElse(Locale.ENGLISH),
        reader.flatMap(Holder::timeZone).orElse(ZoneOffset.UTC),
        now);
  }

  /** The language that is really spoken, with the reader's region if they have one. */
  public Locale locale() {
    return locale;
  }

  public String lang() {
    return locale().toLanguageTag();
  }

  boolean has(String key) {
    return bundle.containsKey(key);
  }

  public String say(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale()).format(arguments);
  }

  /** A text in a language that the reader's may not be. */
  Sentence inLanguage(String text, String lang) {
    boolean readers = Locale.forLanguageTag(lang).getLanguage().equals(locale().getLanguage());
    return new Sentence(text, readers ? Optional.empty() : Optional.of(lang));
  }

  /** What needs no arguments; templates call it. */
  public String label(String key) {
    return say(key);
  }

  public String day(Instant at) {
    String day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(locale())
            .format(at.atZone(zone));
    // The only day that French counts with an ordinal; the JDK does not.
    return locale().getLanguage().equals("fr") ? day.replaceFirst("^1 ", "1er ") : day;
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
    boolean past = time.isNegative() || time.isZero();
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

  /** How far away it is, as in {@code 3 days ago}. */
  public String fromNow(Instant at) {
    return away(Duration.between(now, at));
  }

  /** The day alone, and how far away it is. */
  public String dayAndAge(Instant at) {
    return say("day-and-age", day(at), away(Duration.between(now, at)));
  }

  /** As coarse as people say it. */
  public String length(Duration time) {
    return length("length.", time);
  }

  /** As an adverb: in the last so many days. */
  String lately(Duration time) {
    return length("last.", time);
  }

  private String length(String form, Duration time) {
    if (time.toHours() >= 48) {
      return say(form + "days", time.toDays());
    }
    return time.toMinutes() >= 120
        ? say(form + "hours", time.toHours())
        : say(form + "minutes", time.toMinutes());
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
  String evidence(Evidence evidence, String application, Addressee to, String holder) {
    return switch (evidence) {
      case Evidence.Used used ->
          say(
              to.key("used"),
              application,
              day(used.last()),
              Duration.between(used.last(), now).toDays(),
              holder);
      case Evidence.NotUsedSince idle ->
          say(
              to.key("not-used-since"),
              application,
              day(idle.since()),
              Duration.between(idle.since(), now).toDays(),
              holder);
      case Evidence.Unknown _ -> say("unknown", application);
    };
  }
}
