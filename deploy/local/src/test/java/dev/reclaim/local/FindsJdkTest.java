package dev.reclaim.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which JDK {@code ./reclaim} takes, on a machine that has those of a folder and no other. */
class FindsJdkTest {

  /** Reads the command's functions, hides the JDKs of this machine, and looks for one. */
  private static final String LOOK =
      """
      source "$RECLAIM" help > /dev/null
      usual_places() { printf '%s\\n' "$PLACES"/*; }
      find_jdk
      printf '%s\\n' "$JAVA_HOME"
      """;

  @TempDir private Path folder;
  private Path old;

  private record Answer(int code, String text) {}

  @BeforeEach
  void onlyAnOldOneIsOnThePath() throws IOException {
    old = jdk("on the path", "17.0.12");
  }

  @Test
  void refusesInOneSentenceWhenThereAreOnlyOldOnes() throws Exception {
    // given
    jdk("places/21", "21.0.4");
    Files.createDirectories(folder.resolve("places/25-without-anything"));

    // when
    Answer answer = look(old);

    // then
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.text())
        .isEqualTo(
            "reclaim: No JDK 25 or newer was found: install one, for example Temurin from"
                + " https://adoptium.net, and run this again.\n");
  }

  @Test
  void takesAFittingOneFromAUsualPlaceThoughAnotherIsConfigured() throws Exception {
    // given
    jdk("places/21", "21.0.4");
    Path fitting = jdk("places/a JDK 25", "25.0.1");

    // when
    Answer answer = look(old);

    // then
    assertThat(answer).isEqualTo(new Answer(0, fitting + "\n"));
  }

  @Test
  void prefersTheOneThatIsConfigured() throws Exception {
    // given
    jdk("places/25", "25");
    Path configured = jdk("configured", "26-ea");

    // when
    Answer answer = look(configured);

    // then
    assertThat(answer).isEqualTo(new Answer(0, configured + "\n"));
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = folder.resolve(name);
    Files.createDirectories(jdk.resolve("bin"));
    for (String program : new String[] {"java", "javac"}) {
      Path file = Files.writeString(jdk.resolve("bin").resolve(program), "#!/bin/sh\nexit 1\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    return jdk;
  }

  private Answer look(Path javaHome) throws IOException, InterruptedException {
    ProcessBuilder bash = new ProcessBuilder("bash", "-c", LOOK).redirectErrorStream(true);
    bash.environment()
        .putAll(
            Map.of(
                "RECLAIM", Path.of("../../reclaim").toRealPath().toString(),
                "PLACES", folder.resolve("places").toString(),
                "PATH", old.resolve("bin") + ":" + System.getenv("PATH"),
                "JAVA_HOME", javaHome.toString()));
    Process process = bash.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return new Answer(process.exitValue(), text);
  }
}
