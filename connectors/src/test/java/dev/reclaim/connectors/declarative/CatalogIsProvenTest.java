package dev.reclaim.connectors.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.sandbox.vendor.Vendors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No file gets into the catalog that nobody plays and nobody tries. */
class CatalogIsProvenTest {

  private static final Path TESTS =
      Path.of("src", "test", "java", "dev", "reclaim", "connectors", "declarative");

  @Test
  void everyFileHasAVendorAndConformanceTests() throws IOException {
    for (VendorFile file : CatalogFiles.all()) {
      assertThat(Vendors.all().named(file.name())).as(file.name()).isPresent();
      assertThat(classesOf(file))
          .as(file.name())
          .anyMatch(VendorConformance.class::isAssignableFrom);
    }
  }

  private static Stream<Class<?>> classesOf(VendorFile file) throws IOException {
    String wanted = file.name().replace("-", "") + "Test.java";
    try (Stream<Path> sources = Files.list(TESTS)) {
      String name =
          sources
              .map(source -> source.getFileName().toString())
              .filter(wanted::equalsIgnoreCase)
              .findFirst()
              .orElseThrow(() -> new AssertionError(file.name() + " has no test"))
              .replace(".java", "");
      Class<?> test = Class.forName(CatalogIsProvenTest.class.getPackageName() + "." + name);
      return Stream.concat(Stream.of(test), Stream.of(test.getDeclaredClasses()));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(file.name() + " has no test", e);
    }
  }
}
