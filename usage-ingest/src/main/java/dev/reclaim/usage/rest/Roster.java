package dev.reclaim.usage.rest;

import dev.reclaim.usage.TextLine;
import dev.reclaim.usage.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * People as CSV (RFC 4180), with a header row. Each record is read on its own, so a quote that is
 * never closed costs one line and not the rest of the file.
 */
final class Roster {

  /** A quoted value may go over so many lines. */
  private static final int LONGEST_RECORD = 20;

  private final List<TextLine> lines;
  private final CSVFormat format;
  private final RosterHeader header;
  private final List<RosterLine> people = new ArrayList<>();

  private Roster(List<TextLine> lines, CSVFormat format, RosterHeader header) {
    this.lines = lines;
    this.format = format;
    this.header = header;
  }

  /**
   * Reads all lines, each as a person or as what is wrong with it.
   *
   * @throws IllegalArgumentException if the encoding or the header is wrong; the message begins
   *     with {@code body} or the column
   */
  static List<RosterLine> read(byte[] body) {
    Utf8.refuseWideCharacters("body", body);
    List<TextLine> lines = TextLine.of(body).stream().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("body: is empty; the header row is missing");
    }
    String first = lines.getFirst().text();
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(RosterHeader.separatorOf(first)).get();
    List<String> headings =
        parse(first, format)
            .orElseThrow(() -> new IllegalArgumentException("body: the header's quoting is broken"))
            .toList();
    return new Roster(lines, format, RosterHeader.of(headings)).people();
  }

  private List<RosterLine> people() {
    int next = 1;
    while (next < lines.size()) {
      next = readFrom(next);
    }
    return people;
  }

  /** Reads one record, and returns where the next begins. */
  private int readFrom(int start) {
    TextLine line = lines.get(start);
    StringBuilder text = new StringBuilder();
    int end = start;
    try {
      while (end < lines.size() && end - start < LONGEST_RECORD) {
        text.append(end == start ? "" : "\n").append(lines.get(end).text());
        end++;
        Optional<CSVRecord> found = parse(text.toString(), format);
        if (found.isPresent()) {
          people.add(person(line.number(), found.get()));
          return end;
        }
        if (quotes(text) % 2 == 0) {
          break;
        }
      }
    } catch (IllegalArgumentException e) {
      if (end == start) {
        people.add(RosterLine.Wrong.because(line.number(), e.getMessage()));
        return start + 1;
      }
    }
    people.add(new RosterLine.Wrong(line.number(), "quoting", "is broken, or never closed"));
    return start + 1;
  }

  private static long quotes(CharSequence text) {
    return text.chars().filter(character -> character == '"').count();
  }

  private RosterLine person(int number, CSVRecord found) {
    if (found.size() != header.width()) {
      return new RosterLine.Wrong(
          number,
          "columns",
          "are %d in this line, and %d in the header".formatted(found.size(), header.width()));
    }
    try {
      return new RosterLine.Person(number, new RosterPerson(header.values(found)).report());
    } catch (IllegalArgumentException e) {
      return RosterLine.Wrong.because(number, e.getMessage());
    }
  }

  private static Optional<CSVRecord> parse(String text, CSVFormat format) {
    try (CSVParser parser = CSVParser.parse(text, format)) {
      List<CSVRecord> found = parser.getRecords();
      return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
