package dev.reclaim.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.reclaim.local.Living;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
  private final List<Installation> installations = new ArrayList<>();

  @AfterEach
  void stopAll() throws Exception {
    for (Installation installation : installations) {
      new Down(installation).run();
    }
  }

  @Test
  void upReturnsWhenAllAreHealthyAndDownLeavesNothing() throws Exception {
    // given
    Installation town = town("home", TinyServer.class, TinyServer.class);

    // when
    Up.Outcome outcome = up(town);

    // then
    assertThat(outcome).isEqualTo(Up.Outcome.STARTED);
    assertThat(new Status(town, out).print()).isTrue();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("tiny-0", "ready in", "healthy");
    List<ProcessHandle> processes = processes(town);
    assertThat(new Down(town).run()).isEqualTo(3);
    assertThat(processes).hasSize(3).noneMatch(Living::is);
    assertThat(new Status(town, out).print()).isFalse();
  }

  @Test
  void aKilledComponentComesBack() throws Exception {
    // given
    Installation town = town("home", TinyServer.class);
    up(town);
    ProcessHandle before = process(town, "tiny-0");

    // when
    before.destroyForcibly();

    // then
    await().atMost(SOON).until(() -> Life.alive(town.home(), "tiny-0").isPresent());
    await().atMost(SOON).until(() -> town.components().getFirst().health().healthy());
    assertThat(process(town, "tiny-0").pid()).isNotEqualTo(before.pid());
    assertThat(Life.read(town.home(), "tiny-0").orElseThrow().restarts()).isEqualTo(1);
  }

  @Test
  void aSecondUpFindsItRunning() throws Exception {
    // given
    Installation town = town("home", TinyServer.class);
    up(town);
    ProcessHandle before = process(town, "tiny-0");

    // when
    Up.Outcome outcome = up(town);

    // then
    assertThat(outcome).isEqualTo(Up.Outcome.WAS_RUNNING);
    assertThat(process(town, "tiny-0")).isEqualTo(before);
  }

  @Test
  void componentsOutliveAKilledSupervisorAndTheNextOneTakesThemOver() throws Exception {
    // given
    Installation town = town("home", TinyServer.class, TinyServer.class);
    up(town);
    ProcessHandle first = process(town, "tiny-0");
    ProcessHandle second = process(town, "tiny-1");
    ProcessHandle supervisor = process(town, Installation.SUPERVISOR);
    supervisor.destroyForcibly();
    supervisor.onExit().get();
    second.destroyForcibly();
    second.onExit().get();

    // when
    up(town);

    // then
    assertThat(process(town, "tiny-0")).isEqualTo(first);
    assertThat(process(town, "tiny-1")).isNotEqualTo(second);
    first.destroyForcibly();
    first.onExit().get();
    await().atMost(SOON).until(() -> Life.alive(town.home(), "tiny-0").isPresent());
  }

  @Test
  void aTakenPortIsNamedAndNothingIsLeft() throws Exception {
    // given
    Installation town = town("home", TinyServer.class, TinyServer.class);
    int port = town.components().getLast().ports().getFirst();
    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(other.isBound()).isTrue();

      // when
      var up = assertThatThrownBy(() -> up(town));

      // then
      up.isInstanceOf(Refusal.class)
          .hasMessageContaining("Port " + port + " is taken")
          .hasMessageContaining("tiny-1")
          .hasMessageContaining("RECLAIM_PORT_BASE");
      assertThat(processes(town)).isEmpty();
    }
  }

  @Test
  void aComponentThatKeepsDyingIsShownWithItsLastWordsAndNothingIsLeft() throws Exception {
    // given
    Installation town = town("home", TinyServer.class, AlwaysDies.class);

    // when
    var up = assertThatThrownBy(() -> up(town));

    // then
    up.isInstanceOf(Refusal.class)
        .hasMessageContaining("tiny-1 keeps dying")
        .hasMessageContaining("The flux capacitor is missing")
        .hasMessageContaining("tiny-1.log");
    assertThat(processes(town)).isEmpty();
    assertThat(town.components().getFirst().health().healthy()).isFalse();
  }

  @Test
  void aReusedPidIsNeverStopped() throws Exception {
    // given
    Installation town = town("home", TinyServer.class);
    town.home().open();
    Process bystander = new ProcessBuilder("sleep", "60").start();
    try {
      ProcessMark earlier = new ProcessMark(bystander.pid(), "an earlier life");
      new Life(earlier, 0, 0).write(town.home(), "tiny-0");

      // when
      int stopped = new Down(town).run();

      // then
      assertThat(stopped).isZero();
      assertThat(bystander.isAlive()).isTrue();
    } finally {
      bystander.destroyForcibly().waitFor();
    }
  }

  @Test
  void twoHomesRunSideBySide() throws Exception {
    // given
    Installation one = town("one", TinyServer.class);
    Installation two = town("two", TinyServer.class);
    up(one);
    up(two);

    // when
    new Down(one).run();

    // then
    assertThat(new Status(two, out).print()).isTrue();
  }

  @Test
  void whatIsNotBuiltIsSaid() {
    // given
    Component built = town("home", TinyServer.class).components().getFirst();
    Component missing =
        new Component(
            "rule-evaluator",
            0,
            built.ports(),
            folder.resolve("quarkus-run.jar"),
            built.environment(),
            built.stopSignal(),
            built.health(),
            built.steps());
    Installation town = new Installation(new Home(folder), List.of(missing), List.of("false"));

    // when
    var up = assertThatThrownBy(() -> up(town));

    // then
    up.isInstanceOf(Refusal.class).hasMessageContaining("rule-evaluator is not built");
  }

  private Installation town(String home, Class<?>... programs) {
    Installation town = TinyTown.of(folder.resolve(home), programs);
    installations.add(town);
    return town;
  }

  private Up.Outcome up(Installation town) throws Exception {
    return new Up(town, out).run(() -> {});
  }

  private static ProcessHandle process(Installation town, String name) throws Exception {
    return Life.alive(town.home(), name).orElseThrow();
  }

  private static List<ProcessHandle> processes(Installation town) throws Exception {
    List<ProcessHandle> found = new ArrayList<>();
    Life.alive(town.home(), Installation.SUPERVISOR).ifPresent(found::add);
    for (Component component : town.components()) {
      Life.alive(town.home(), component.name()).ifPresent(found::add);
    }
    return found;
  }
}
