package dev.reclaim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.messaging.EventCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private static final Result MISSED =
      new Result(
          Map.of("setting", "on"),
          List.of("seats", "seconds"),
          List.of(List.of("1,000", "0.5"), List.of("10", "12.25")),
          List.of(
              new Result.Target("in 1 s", "0.5 s", true),
              new Result.Target("flat", "twice", false)));

  @Test
  void printsMachineSettingsTableAndTargetsAndKeepsThem(@TempDir Path folder) throws IOException {
    // given
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Report report = new Report(new PrintStream(printed, true, StandardCharsets.UTF_8), folder);
    // when
    report.of(new Named(), Map.of("cores", "2"), MISSED, Instant.EPOCH);
    // then
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains(
            "cores: 2",
            "setting: on",
            "seats  seconds\n1,000      0.5\n   10    12.25\n",
            "met: in 1 s (0.5 s)",
            "MISSED: flat (twice)");
    JsonNode kept = EventCodec.json().readTree(folder.resolve("named.json").toFile());
    assertThat(kept.path("met").asBoolean()).isFalse();
    assertThat(kept.at("/result/rows/1/1").asText()).isEqualTo("12.25");
    assertThat(kept.at("/machine/cores").asText()).isEqualTo("2");
  }

  private static final class Named implements Bench {
    @Override
    public String name() {
      return "named";
    }

    @Override
    public String promise() {
      return "nothing";
    }

    @Override
    public Result run(Path scratch, Say say) {
      return MISSED;
    }
  }
}
