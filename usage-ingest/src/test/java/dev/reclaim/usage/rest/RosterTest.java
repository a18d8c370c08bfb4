package dev.reclaim.usage.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reclaim.events.Holder;
import dev.reclaim.events.InboxEvent.HolderReported;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RosterTest {

  private static final String HEADER = "Employee Number,UPN,Name,Status,Since,Time_Zone\n";

  @Test
  void readsAPerson() {
    // when
    HolderReported ada =
        person(
            """
            employee-number;E-Mail;display name;STATUS;since;timezone;locale;working days;kind
            1001;ada@example.com;Ada;On Leave;2026-01-31;Europe/Berlin;de_DE;Mon-Wed Fri;Person
            """);

    // then
    assertThat(ada.employeeNumber()).contains("1001");
    assertThat(ada.email()).contains("ada@example.com");
    assertThat(ada.status()).isEqualTo(HolderReported.Status.ON_LEAVE);
    assertThat(ada.since()).contains(Instant.parse("2026-01-30T23:00:00Z"));
    assertThat(ada.locale().orElseThrow().toLanguageTag()).isEqualTo("de-DE");
    assertThat(ada.kind()).isEqualTo(Holder.Kind.PERSON);
    assertThat(ada.workingDays())
        .containsExactlyInAnyOrder(
            DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);
  }

  @Test
  void readsWhatElseIsKnownOfAPerson() {
    // when
    Holder.Details ada =
        person(
                """
                upn;status;start date;contract end;cost center;site;member of;enabled
                ada@example.com;active;2020-02-29;2027-03-28;4711;Berlin;Contractors|LIC-Visio;no
                """)
            .details()
            .orElseThrow();

    // then
    assertThat(ada)
        .isEqualTo(
            new Holder.Details(
                Optional.of(LocalDate.of(2020, 2, 29)),
                Optional.of(LocalDate.of(2027, 3, 28)),
                Optional.of("4711"),
                Optional.of("Berlin"),
                Set.of("Contractors", "LIC-Visio"),
                Optional.of(false),
                Optional.of(true)));
  }

  @Test
  void aLineMaySayThatThePersonIsNotInTheRoster() {
    assertThat(person("upn,status,inRoster\nada@example.com,active,false\n").details())
        .get()
        .extracting(Holder.Details::inRoster)
        .isEqualTo(Optional.of(false));
  }

  @ParameterizedTest
  @CsvSource({
    "startedAt, 31.01.2026",
    "contractEnds, soon",
    "accountEnabled, perhaps",
    "inRoster, 2"
  })
  void namesTheColumnThatCannotBeRead(String column, String value) {
    // when
    List<RosterLine> lines = read("upn,status," + column + "\nada@example.com,active," + value);

    // then
    assertThat(lines)
        .singleElement()
        .extracting(line -> ((RosterLine.Wrong) line).field())
        .isEqualTo(column);
  }

  @Test
  void takesAByteOrderMarkAndCrLf() {
    // when
    HolderReported ada = person("\ufeffupn,status\r\nada@example.com,active\r\n");

    // then
    assertThat(ada.userPrincipalName()).contains("ada@example.com");
  }

  @Test
  void aQuotedNameMayGoOverLines() {
    // when
    HolderReported ada = person("upn,name,status\nada@example.com,\"Ada,\nCountess\",active\n");

    // then
    assertThat(ada.name()).isEqualTo("Ada, Countess");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          1001,ada@example.com,Ada,active,2026-01-31               | columns
          1001,ada@example.com,Ada,gone,,                          | status
          1001,ada@example.com,Ada,,,                              | status
          1001,ada@example.com,Ada,active,31.01.2026,              | since
          1001,ada@example.com,Ada,active,,Atlantis                | timeZone
          ,,Ada,active,,                                           | employeeNumber
          1001,ada@example.com,"Ada,active,,                       | quoting
          1001,ada@example.com,"Ada"x,active,,                     | quoting
          """)
  void aBrokenLineIsNamedAndTheRestGoesOn(String broken, String field) {
    // when
    List<RosterLine> lines =
        read(HEADER + broken + "\n\n1002,bob@example.com,Bob,left,2026-01-31,\n");

    // then
    assertThat(lines).hasSize(2);
    assertThat(((RosterLine.Wrong) lines.getFirst()).field()).isEqualTo(field);
    assertThat(lines.getFirst().line()).isEqualTo(2);
    assertThat(lines.getLast()).isInstanceOf(RosterLine.Person.class);
    assertThat(lines.getLast().line()).isEqualTo(4);
  }

  @Test
  void bytesThatAreNotUtf8CostOneLine() {
    // given
    byte[] body =
        (HEADER + "1001,ada@example.com,Zoë,active,,\n1002,bob@example.com,Bob,active,,\n")
            .getBytes(StandardCharsets.ISO_8859_1);

    // when
    List<RosterLine> lines = Roster.read(body);

    // then
    assertThat(((RosterLine.Wrong) lines.getFirst()).field()).isEqualTo("encoding");
    assertThat(lines.getLast()).isInstanceOf(RosterLine.Person.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'upn,name', status",
    "'name,status', employeeNumber",
    "'upn,UPN,status', userPrincipalName"
  })
  void aHeaderThatLacksAColumnIsRefusedByItsName(String header, String column) {
    assertThatThrownBy(() -> read(header + "\n")).hasMessageStartingWith(column + ":");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void wideCharactersAreRefusedInClearWords(String charset) throws Exception {
    // given
    byte[] body = (HEADER + "1001,ada@example.com,Ada,active,,\n").getBytes(charset);

    // then
    assertThatThrownBy(() -> Roster.read(body))
        .hasMessageContaining("UTF-16")
        .hasMessageContaining("UTF-8");
  }

  private static HolderReported person(String csv) {
    List<RosterLine> lines = read(csv);
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst()).isInstanceOf(RosterLine.Person.class);
    return ((RosterLine.Person) lines.getFirst()).report();
  }

  private static List<RosterLine> read(String csv) {
    return Roster.read(csv.getBytes(StandardCharsets.UTF_8));
  }
}
