package dev.reclaim.rules.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about rules cannot show what would be refused, nor forget a condition. */
class RulesPageTest {

  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final String HEAD = "kind: rule\nname: example\ntitle: Example\nask: nobody\n";

  private final PolicyDocuments documents = new PolicyDocuments();

  @Test
  void everyBlockIsTaken() throws IOException {
    // when
    List<String> blocks = blocks();
    // then
    assertThat(blocks).hasSizeGreaterThanOrEqualTo(7);
    for (String block : blocks) {
      String rule = block.startsWith("kind:") ? block : HEAD + block;
      assertThat(documents.read(PolicyKind.RULE, rule).policy()).isInstanceOf(Rule.class);
    }
  }

  @Test
  void theTwoRulesAreThoseOfTheCatalogue() throws IOException {
    for (String name : List.of("idle-90-days", "leaver")) {
      assertThat(blocks()).contains(withoutComments(Path.of("../catalog/rules", name + ".yaml")));
    }
  }

  @Test
  void everyConditionHasAnExample() throws IOException {
    // given
    JsonNode schema = new ObjectMapper().readTree(documents.schema(PolicyKind.RULE));
    // when
    List<String> conditions =
        schema.at("/$defs/condition/properties").properties().stream()
            .map(entry -> entry.getKey())
            .toList();
    // then
    String all = String.join("", blocks());
    assertThat(conditions)
        .hasSize(27)
        .allSatisfy(condition -> assertThat(all).contains(condition + ":"));
  }

  private static String withoutComments(Path file) throws IOException {
    return Files.readString(file).replaceAll("(?m)^#.*\n", "");
  }

  private static List<String> blocks() throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("../docs/rules.md")))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }
}
