package dev.reclaim.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the page about rules shows of each condition. */
public final class RulesPage {

  private static final Pattern SECTION =
      Pattern.compile("\n### ([^\n]+)\n(.*?)(?=\n### |\\z)", Pattern.DOTALL);
  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ROW =
      Pattern.compile("\n\\| ([^|]+) \\| (\\*\\*([^*]+)\\*\\*[^|]+) \\|");

  private RulesPage() {}

  /**
   * One condition.
   *
   * @param name as rules spell it
   */
  record Section(String name, List<Row> rows) {

    Condition when() {
      return rows.getFirst().told().when();
    }

    private static Section of(MatchResult section) {
      String body = section.group(2);
      MatchResult block = BLOCK.matcher(body).results().findFirst().orElseThrow();
      Rule rule = ToldCase.rule(block.group(1));
      return new Section(
          section.group(1), ROW.matcher(body).results().map(row -> Row.of(rule, row)).toList());
    }
  }

  /**
   * One example.
   *
   * @param shown the verdict with its sentences
   */
  record Row(ToldCase told, String shown) {

    private static Row of(Rule rule, MatchResult row) {
      String answer = row.group(3).toUpperCase(Locale.ROOT).replace(' ', '_');
      return new Row(new ToldCase(rule, row.group(1), Preview.Kind.valueOf(answer)), row.group(2));
    }
  }

  static List<Section> sections() {
    try {
      return SECTION
          .matcher(Files.readString(Path.of("../docs/rules.md")))
          .results()
          .map(Section::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All examples of all conditions. */
  public static Stream<ToldCase> cases() {
    return sections().stream().flatMap(section -> section.rows().stream()).map(Row::told);
  }
}
