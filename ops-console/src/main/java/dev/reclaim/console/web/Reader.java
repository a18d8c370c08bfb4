package dev.reclaim.console.web;

import dev.reclaim.events.Money;
import dev.reclaim.http.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** Who reads the page, and in which language dates and numbers are written. Zone: always UTC. */
@RequestScoped
public class Reader {

  private final SecurityIdentity identity;
  private final HttpHeaders headers;
  private final InstantSource clock;

  Reader(SecurityIdentity identity, HttpHeaders headers, InstantSource clock) {
    this.identity = identity;
    this.headers = headers;
    this.clock = clock;
  }

  /**
   * One moment, both ways.
   *
   * @param iso for machines
   * @param absolute in the reader's language, with the zone
   * @param relative as in {@code 3 days ago}
   */
  public record Moment(String iso, String absolute, String relative, String lang) {}

  public String login() {
    return identity.getPrincipal().getName();
  }

  /** Whether this reader may do more than read. */
  public boolean mayAct() {
    return identity.hasRole(Roles.ADMIN) || identity.hasRole(Roles.OPERATOR);
  }

  public Instant now() {
    return clock.instant();
  }

  public Moment moment(Instant instant) {
    Locale locale = locale();
    String absolute =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale)
            .withZone(ZoneOffset.UTC)
            .format(instant);
    return new Moment(
        instant.toString(),
        absolute + " UTC",
        Ages.relative(instant, now()),
        locale.toLanguageTag());
  }

  /** The present moment to the second, so that a reader sees whether the page is fresh. */
  public String asOf() {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
            .withLocale(locale())
            .withZone(ZoneOffset.UTC)
            .format(now())
        + " UTC";
  }

  /** The day alone, in the reader's language. */
  public String day(Instant instant) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(locale())
        .withZone(ZoneOffset.UTC)
        .format(instant);
  }

  /** How long something has lasted, as in {@code 3 days}. */
  public String age(Instant since) {
    return Ages.words(Duration.between(since, now()).abs());
  }

  public String money(Money money) {
    return Amounts.money(money, locale());
  }

  public String number(long number) {
    return Amounts.number(number, locale());
  }

  Locale locale() {
    List<Locale> accepted = headers.getAcceptableLanguages();
    Locale first = accepted.isEmpty() ? Locale.ENGLISH : accepted.getFirst();
    return first.getLanguage().isEmpty() || first.getLanguage().equals("*")
        ? Locale.ENGLISH
        : first;
  }
}
