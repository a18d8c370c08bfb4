package dev.reclaim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.rules.documents.PolicyDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the page about rules shows of each condition is what the condition says. */
class RulesPageExamplesTest {

  private static final Pattern SECTION =
      Pattern.compile("\n### ([^\n]+)\n(.*?)(?=\n### |\\z)", Pattern.DOTALL);
  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("\n\\| ([^|]+) \\| (\\*\\*[^|]+) \\|");
  private static final String HEAD = "kind: rule\nname: example\ntitle: Example\nask: nobody\n";

  private record Section(String name, Condition when, List<MatchResult> rows) {

    static Section of(MatchResult section) {
      String body = section.group(2);
      MatchResult block = BLOCK.matcher(body).results().findFirst().orElseThrow();
      Rule rule =
          (Rule) new PolicyDocuments().read(PolicyKind.RULE, HEAD + block.group(1)).policy();
      return new Section(section.group(1), rule.when(), ROW.matcher(body).results().toList());
    }
  }

  @TestFactory
  Stream<DynamicContainer> everyExampleIsTrue() throws IOException {
    return sections().stream()
        .map(
            section ->
                DynamicContainer.dynamicContainer(
                    section.name(),
                    section.rows().stream()
                        .map(
                            row ->
                                DynamicTest.dynamicTest(
                                    row.group(1),
                                    () ->
                                        assertThat(verdict(section.when(), row.group(1)))
                                            .isEqualTo(row.group(2))))));
  }

  @Test
  void everyConditionIsShownOnBothSidesOfItsEdge() throws IOException {
    // given
    List<String> conditions =
        Arrays.stream(Condition.class.getPermittedSubclasses())
            .filter(condition -> !condition.isMemberClass())
            .map(Class::getSimpleName)
            .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
            .toList();
    // when
    List<Section> sections = sections();
    // then
    assertThat(sections).extracting(Section::name).containsAll(conditions);
    assertThat(sections)
        .allSatisfy(
            section ->
                assertThat(section.rows())
                    .as(section.name())
                    .extracting(row -> row.group(2).split(":", 2)[0])
                    .contains("**reclaimable**", "**not reclaimable**"));
  }

  private static List<Section> sections() throws IOException {
    return SECTION
        .matcher(Files.readString(Path.of("../docs/rules.md")))
        .results()
        .map(Section::of)
        .toList();
  }

  private static String verdict(Condition when, String known) {
    Verdict verdict = ARule.that(when).judge(ToldSeat.of(known).facts());
    String word =
        switch (verdict) {
          case Verdict.Reclaimable _ -> "reclaimable";
          case Verdict.NotReclaimable _ -> "not reclaimable";
          case Verdict.NotEnoughData _ -> "not enough data";
        };
    return "**%s**: %s".formatted(word, String.join(" ", verdict.sentences()));
  }
}
