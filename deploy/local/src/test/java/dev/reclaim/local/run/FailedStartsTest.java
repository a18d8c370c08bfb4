package dev.reclaim.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} says in one sentence why it cannot go on, at once, and leaves no process. */
class FailedStartsTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

  @Test
  void aFullDiskIsNamedBeforeAnythingStarts() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted(folder, "4m")) {
      // given
      Installation town = TinyTown.of(disk.folder().resolve("home"), TinyServer.class);

      // when
      var up = assertThatThrownBy(() -> new Up(town, out).run(() -> {}));

      // then
      up.isInstanceOf(Refusal.class)
          .hasMessageContaining("The disk is too full where " + town.home().folder())
          .hasMessageContaining("Reclaim needs 500 MB")
          .hasMessageContaining("RECLAIM_HOME");
      assertThat(town.home().folder()).doesNotExist();
    }
  }

  @Test
  void aDiskThatGetsFullWhileAllStartIsNamedAndNothingIsLeft() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted(folder, "600m")) {
      // given
      Installation town = TinyTown.of(disk.folder().resolve("home"), NeverReady.class);
      CompletableFuture<Throwable> up =
          CompletableFuture.supplyAsync(
              () -> catchThrowable(() -> new Up(town, out).run(() -> {})));
      await().atMost(SOON).until(() -> said.toString(StandardCharsets.UTF_8).contains("starting"));

      // when
      disk.shrinkTo("1m");

      // then
      assertThat(up.get(SOON.toSeconds(), TimeUnit.SECONDS))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("The disk is too full where " + town.home().folder());
      assertThat(alive(town)).isEmpty();
    }
  }

  @Test
  void whatEndsByItselfIsToldAtOnceWithItsLastWords() throws Exception {
    // given
    Installation town = TinyTown.of(folder, AlwaysDies.class);

    // when
    var up = assertThatThrownBy(() -> new Up(town, out).run(() -> {}));

    // then
    up.isInstanceOf(Refusal.class).hasMessageContaining("tiny-0 keeps dying");
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("ended by itself and is started again")
        .contains("The flux capacitor is missing");
    assertThat(alive(town)).isEmpty();
  }

  @Test
  void whatCouldNotStartAndHangsIsToldAndStopped() throws Exception {
    // given
    Installation town = TinyTown.of(folder, SaysItFailedAndHangs.class);

    // when
    var up = assertThatThrownBy(() -> new Up(town, out, Duration.ofMillis(500)).run(() -> {}));

    // then
    up.isInstanceOf(Refusal.class)
        .hasMessageContaining("tiny-0 could not start")
        .hasMessageContaining("the flux capacitor is missing");
    assertThat(alive(town)).isEmpty();
  }

  private static Stream<String> alive(Installation town) {
    return Stream.concat(
            Stream.of(Installation.SUPERVISOR), town.components().stream().map(Component::name))
        .filter(
            name -> {
              try {
                return Life.alive(town.home(), name).isPresent();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }
}
