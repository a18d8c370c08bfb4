package dev.reclaim.connectors.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.sandbox.vendor.Vendors;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No file gets into the catalog that nobody plays and nobody tries. */
class CatalogIsProvenTest {

  @Test
  void everyFileHasAVendorAndConformanceTests() throws IOException {
    for (VendorFile file : CatalogFiles.all()) {
      assertThat(Vendors.all().named(file.name())).as(file.name()).isPresent();
      assertThat(classesOf(file))
          .as(file.name())
          .anyMatch(VendorConformance.class::isAssignableFrom);
    }
  }

  private static Stream<Class<?>> classesOf(VendorFile file) {
    String name =
        Arrays.stream(file.name().split("-"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    try {
      Class<?> test =
          Class.forName(CatalogIsProvenTest.class.getPackageName() + "." + name + "Test");
      return Stream.concat(Stream.of(test), Stream.of(test.getDeclaredClasses()));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(file.name() + " has no test", e);
    }
  }
}
