package dev.reclaim.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the documents show can be used as it stands. The README's shell blocks are run by the
 * journeys.
 */
class DocumentsTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final List<Path> DOCUMENTS = Documents.all(REPOSITORY);

  @TestFactory
  Stream<DynamicTest> everyLinkLeadsToAFile() {
    return DOCUMENTS.stream().map(document -> named(document, this::checkLinks));
  }

  @TestFactory
  Stream<DynamicTest> everyBlockCanBeRead() {
    return DOCUMENTS.stream().map(document -> named(document, this::checkBlocks));
  }

  @Test
  void theContinuousBuildRunsTheTwoCommandsOfTheReadme() {
    String readme = Documents.text(REPOSITORY.resolve("README.md"));
    String build = Documents.text(REPOSITORY.resolve(".ci/run"));
    for (String command : List.of("./reclaim demo", "./reclaim test")) {
      assertThat(readme).contains("    " + command + "\n");
      assertThat(build).containsPattern("(?m)^" + command.replace(".", "\\.") + "( |$)");
    }
  }

  @Test
  void everyDecisionIsNumberedOnceAndTitledAsItsFileIs() throws IOException {
    try (Stream<Path> files = Files.list(REPOSITORY.resolve("docs/decisions"))) {
      List<Path> decisions =
          files
              .filter(file -> file.getFileName().toString().matches("\\d{4}-.*\\.md"))
              .sorted()
              .toList();
      assertThat(decisions).isNotEmpty();
      for (int i = 0; i < decisions.size(); i++) {
        String name = decisions.get(i).getFileName().toString();
        String title = Documents.text(decisions.get(i)).lines().findFirst().orElseThrow();
        assertThat(name).startsWith("%04d-".formatted(i + 1));
        assertThat(slug(title))
            .isEqualTo("# " + (i + 1) + ". " + name.substring(5, name.length() - 3));
      }
    }
  }

  private static String slug(String title) {
    String prefix = title.substring(0, title.indexOf(". ") + 2);
    return prefix
        + title.substring(prefix.length()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private void checkLinks(Path document) {
    for (String link : Documents.links(document)) {
      assertThat(document.resolveSibling(link)).as(link).exists();
    }
  }

  private void checkBlocks(Path document) throws IOException, InterruptedException {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    for (String block : Documents.blocks(document, "yaml")) {
      assertThat(yaml.readTree(block)).as(block).isNotEmpty();
    }
    for (String block : Documents.blocks(document, "json")) {
      assertThat(new ObjectMapper().readTree(block)).as(block).isNotEmpty();
    }
    for (String block : Documents.blocks(document, "properties")) {
      java.util.Properties properties = new java.util.Properties();
      properties.load(new StringReader(block));
      assertThat(properties).isNotEmpty();
    }
    List<String> shell = new ArrayList<>(Documents.blocks(document, "sh"));
    shell.addAll(Documents.blocks(document, "console"));
    for (String block : shell) {
      assertThat(new ProcessBuilder("bash", "-n", "-c", block).inheritIO().start().waitFor())
          .as(block)
          .isZero();
    }
  }

  private interface Check {
    void of(Path document) throws Exception;
  }

  private static DynamicTest named(Path document, Check check) {
    return DynamicTest.dynamicTest(
        REPOSITORY.relativize(document).toString(), () -> check.of(document));
  }
}
