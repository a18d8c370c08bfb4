package dev.reclaim.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.bench.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That it measures the same work twice; how fast that is does not matter here. */
class RulesBenchTest {

  @Test
  void comparesASweepWithHandWrittenSqlThatFindsTheSameSeats(@TempDir Path scratch)
      throws Exception {
    // given
    List<String> said = new ArrayList<>();
    // when
    Result result = new RulesBench(List.of(8_000)).run(scratch, said::add);
    // then
    assertThat(result.rows()).hasSize(1).allMatch(row -> row.size() == result.columns().size());
    assertThat(result.rows().getFirst()).startsWith("8,000").doesNotContain("0", "0.0");
    assertThat(result.targets()).hasSize(3);
    assertThat(result.settings()).containsKey("postgresql server_version");
    assertThat(said).first().isEqualTo("loading 8,000 seats");
  }
}
