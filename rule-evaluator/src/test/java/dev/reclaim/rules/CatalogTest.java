package dev.reclaim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.rules.Preview.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every rule of the catalogue finds what it is there for, and spares what is almost that. */
class CatalogTest {

  private static final Path RULES = Path.of("../catalog/rules");

  @TestFactory
  Stream<DynamicTest> everyCaseIsTrue() {
    return CatalogCases.all()
        .map(
            told ->
                DynamicTest.dynamicTest(
                    "%s: %s".formatted(told.rule().name(), told.known()),
                    () -> {
                      Verdict verdict = told.rule().judge(told.facts());
                      assertThat(Kind.of(verdict)).as(verdict.toString()).isEqualTo(told.answer());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleHasASeatThatItFindsAndOneThatItSpares() throws IOException {
    return names()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertThat(
                                CatalogCases.all()
                                    .filter(told -> told.rule().name().value().equals(name))
                                    .map(ToldCase::answer))
                            .contains(Kind.RECLAIMABLE, Kind.NOT_RECLAIMABLE)));
  }

  private static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(RULES)) {
      List<String> names =
          files.map(file -> file.getFileName().toString().replace(".yaml", "")).sorted().toList();
      return names.stream();
    }
  }
}
