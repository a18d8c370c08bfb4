package dev.reclaim.connectors.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.sandbox.vendor.Played;
import dev.reclaim.sandbox.vendor.PlayedVendor;
import dev.reclaim.sandbox.vendor.Vendors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps what every connector sends, so that it can be compared with the vendor's description. */
class RecordedTest {

  static Stream<Arguments> vendors() {
    return Vendors.all().played().stream()
        .map(Played::vendor)
        .filter(vendor -> Catalog.read(vendor.name()).isPresent())
        .map(vendor -> Arguments.of(vendor.name(), vendor));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vendors")
  void sendsWhatIsRecorded(String name, PlayedVendor vendor) throws IOException {
    // when
    Records records = Tour.of(vendor);
    // then
    assertThat(records.missing()).as("requests of %s that the tour never sent", name).isEmpty();
    Kept.in(Path.of("catalog", "recorded", name + ".http")).mustBe(records.text());
  }
}
