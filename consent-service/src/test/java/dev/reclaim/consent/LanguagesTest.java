package dev.reclaim.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Money;
import dev.reclaim.events.Reason;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
  private static final Instant NOW = Story.MONDAY;

  private static Properties words(String file) {
    Properties words = new Properties();
    try (var in = LanguagesTest.class.getResourceAsStream("/words/" + file + ".properties")) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> placeholders(String pattern) {
    Set<String> found = new TreeSet<>();
    PLACEHOLDER.matcher(pattern).results().forEach(match -> found.add(match.group(1)));
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "consent,de",
    "consent,fr",
    "consent,es",
    "consent,ja",
    "door,de",
    "door,fr",
    "door,es",
    "door,ja"
  })
  void everyLanguageSaysTheSameThings(String file, String language) {
    Properties english = words(file);
    Properties other = words(file + "_" + language);
    assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(placeholders(other.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(english.getProperty(key)));
      assertThat(other.getProperty(key)).as(key).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"consent", "consent_de", "consent_fr", "consent_es", "consent_ja"})
  void everySentenceIsAWholePattern(String file) {
    Properties words = words(file);
    for (String key : words.stringPropertyNames()) {
      Object[] numbers = {3, 3, 3, 3};
      String said = new MessageFormat(words.getProperty(key), Locale.ROOT).format(numbers);
      assertThat(said).as(key).doesNotContain("{").doesNotContain("|").doesNotContain("#");
    }
  }

  @Test
  void theHoldersLanguageCountsThenTheBrowsersThenEnglish() {
    var japanese = Optional.of(Story.speaking(Story.person("Misaki"), "ja"));
    var finnish = Optional.of(Story.speaking(Story.person("Aino"), "fi"));
    List<Locale> browser = List.of(Locale.of("sv"), Locale.of("fr", "CA"), Locale.GERMAN);
    assertThat(Words.of(japanese, browser, NOW).lang()).isEqualTo("ja");
    assertThat(Words.of(finnish, browser, NOW).lang()).isEqualTo("fr-CA");
    assertThat(Words.of(finnish, List.of(), NOW).lang()).isEqualTo("en");
    assertThat(Words.of(Optional.empty(), List.of(Locale.UK), NOW).lang()).isEqualTo("en-GB");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; You last used Tableau on February 1, 2026 (29 days ago).",
        "de; Sie haben Tableau zuletzt am 1. Februar 2026 benutzt (vor 29 Tagen).",
        "fr; Vous avez utilisé Tableau pour la dernière fois le 1er février 2026 (il y a 29 jours).",
        "es; Usó Tableau por última vez el 1 de febrero de 2026 (hace 29 días).",
        "ja; Tableau を最後に利用されたのは 2026年2月1日 です（29日前）。"
      })
  void daysAndAgesAreWrittenAsTheReaderWritesThem(String language, String sentence) {
    Words words = words(Locale.of(language));
    Evidence used =
        new Evidence.Used(
            NOW.minus(Duration.ofDays(29)), Duration.ofMinutes(3), Duration.ofDays(90));
    assertThat(words.evidence(used, "Tableau", Addressee.HOLDER, "")).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; 90; Used for 3 minutes in the last 90 days",
        "de; 90; Die Nutzung in den letzten 90 Tagen betrug 3 Minuten",
        "fr; 90; Utilisation au cours des 90 derniers jours\u00a0: 3 minutes",
        "es; 90; Uso en los últimos 90 días: 3 minutos",
        "ja; 90; 過去90日間の利用時間は3分で",
        "en; 0; Used for 3 minutes in the last 3 hours",
        "de; 0; Die Nutzung in den letzten 3 Stunden betrug 3 Minuten",
        "fr; 0; Utilisation au cours des 3 dernières heures\u00a0: 3 minutes",
        "es; 0; Uso en las últimas 3 horas: 3 minutos",
        "ja; 0; 過去3時間の利用時間は3分で"
      })
  void aLookBackIsSaidInTheCaseAndGenderOfItsUnit(String language, int days, String start) {
    // given
    Duration window = days == 0 ? Duration.ofHours(3) : Duration.ofDays(days);
    CandidateFound found =
        with(
            new Evidence.Used(NOW, Duration.ofMinutes(3), window),
            new Reason("usedLessThan", "Used little."));
    // when
    List<Sentence> said =
        new SaysWhy(words(Locale.of(language)), Addressee.HOLDER, "Misaki").of(found);
    // then
    assertThat(said.getFirst().text()).startsWith(start);
  }

  @Test
  void noTextSpeaksOfManagersAloneNorOfMailAlone() {
    for (String file : List.of("consent", "consent_de", "consent_fr", "consent_es", "consent_ja")) {
      Properties words = words(file);
      assertThat(words.getProperty("team.hand-over-hint") + words.getProperty("team.empty.text"))
          .as(file)
          .doesNotContainPattern("(?i)get a mail|get.* mail|bekommt eine E-Mail|reçoit un e-mail")
          .doesNotContainPattern("recibe un correo|メールが届|メールでも");
      assertThat(words.getProperty("state.AwaitingApproval"))
          .as(file)
          .doesNotContainPattern("manager|Führungskraft|responsable|上長");
      assertThat(words.values().toString()).as(file).doesNotContain("ルール");
    }
    assertThat(words("consent_ja").getProperty("me.decides-by")).contains("{0} さん");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; €1,234.50",
        "de; 1.234,50 €",
        "fr; 1 234,50 €",
        "es; 1.234,50 €",
        "ja; €1,234.50"
      })
  void moneyIsWrittenAsTheReaderWritesIt(String language, String written) {
    Money price = new Money(new BigDecimal("1234.50"), Currency.getInstance("EUR"));
    assertThat(words(Locale.of(language)).money(price).replaceAll("[\\u00a0\\u202f]", " "))
        .isEqualTo(written);
  }

  @Test
  void knownReasonsAreSaidInTheReadersLanguageAndOthersInEnglish() {
    // given
    CandidateFound found =
        withReasons(
            new Reason("usedLessThan", "Not used since 2025-11-02."),
            new Reason("presentElsewhere", "The holder used other software on 2026-03-01."),
            new Reason("somethingNew", "A new condition held."));
    // when
    List<Sentence> said = new SaysWhy(words(Locale.GERMAN), Addressee.HOLDER, "Misaki").of(found);
    // then
    assertThat(said.get(0).text()).contains("2. November 2025", "26. Januar 2025");
    assertThat(said.get(0).lang()).isEmpty();
    assertThat(said.get(1).text()).startsWith("Sie haben in dieser Zeit andere Software");
    assertThat(said.get(2)).isEqualTo(new Sentence("A new condition held.", Optional.of("en")));
  }

  private static CandidateFound withReasons(Reason... reasons) {
    return with(
        Story.found(Story.person("Misaki"), Story.asking(Handling.Silence.KEEP)).evidence(),
        reasons);
  }

  private static CandidateFound with(Evidence evidence, Reason... reasons) {
    CandidateFound it = Story.found(Story.person("Misaki"), Story.asking(Handling.Silence.KEEP));
    return new CandidateFound(
        it.candidate(),
        it.seat(),
        it.rule(),
        it.ruleVersion(),
        it.episode(),
        List.of(reasons),
        evidence,
        it.handling(),
        it.pricePerMonth(),
        it.asOf());
  }

  private static Words words(Locale locale) {
    return Words.of(Optional.empty(), List.of(locale), NOW);
  }
}
