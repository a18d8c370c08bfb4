package dev.reclaim.rules.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reclaim.rules.PolicyFault;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.PolicyText;
import dev.reclaim.rules.ReadPolicies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about policy cannot show what would be refused, nor forget a key of an application. */
class PolicyPageTest {

  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  private final PolicyDocuments documents = new PolicyDocuments();

  @Test
  void everyBlockIsTaken() throws IOException {
    // when
    ReadPolicies read =
        documents.readAll(blocks().map(block -> new PolicyText("policy.md", block)).toList());
    // then
    assertThat(read.faults()).extracting(PolicyFault::toString).isEmpty();
    assertThat(read.documents())
        .extracting(written -> written.id().kind())
        .containsExactly(PolicyKind.APPLICATION, PolicyKind.CAMPAIGN, PolicyKind.HOLD);
  }

  @Test
  void theApplicationShowsEveryKeyOfItsSchema() throws IOException {
    // given
    JsonNode keys =
        new ObjectMapper().readTree(documents.schema(PolicyKind.APPLICATION)).path("properties");
    String block = blocks().findFirst().orElseThrow();
    // then
    assertThat(keys.properties().stream().filter(key -> !key.getValue().has("deprecated")))
        .hasSizeGreaterThan(12)
        .allSatisfy(key -> assertThat(block).containsPattern("(?m)^" + key.getKey() + ":"));
  }

  @Test
  void everyFileOfTheCatalogueSaysWhyAndWhereItsSchemaIs() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../catalog"))) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".yaml")).toList();
      assertThat(all).hasSizeGreaterThanOrEqualTo(18);
      for (Path file : all) {
        List<String> lines = Files.readAllLines(file);
        String schema = lines.getFirst().replace("# yaml-language-server: $schema=", "");
        assertThat(file.resolveSibling(schema)).isRegularFile();
        assertThat(lines.get(1)).as(file.toString()).startsWith("# ");
      }
    }
  }

  private static Stream<String> blocks() throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("../docs/policy.md")))
        .results()
        .map((MatchResult block) -> block.group(1));
  }
}
