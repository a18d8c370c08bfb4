package dev.reclaim.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
  @TempDir private Path folder;

  @Test
  void withoutVariablesItIsDotReclaimAndPort8080() throws Exception {
    // given
    Environment environment = new Environment(folder, Map.of());

    // when
    Home home = environment.home();

    // then
    assertThat(home.folder()).isEqualTo(folder.resolve(".reclaim"));
    assertThat(environment.portsToStart().base()).isEqualTo(8080);
  }

  @Test
  void whatRunsIsNotMovedToOtherPorts() throws Exception {
    // given
    Environment environment = new Environment(folder, Map.of("RECLAIM_PORT_BASE", "9080"));
    environment.home().open();
    environment.remember(new Ports(7080));
    new Life(ProcessMark.of(ProcessHandle.current()), 0, 0)
        .write(environment.home(), "usage-ingest");

    // when
    var start = assertThatThrownBy(environment::portsToStart);

    // then
    start.isInstanceOf(Refusal.class).hasMessageContaining("ports from 7080");
    assertThat(environment.portsInUse().base()).isEqualTo(7080);
  }

  @Test
  void aPortBaseThatIsNoNumberIsNamed() {
    // given
    Environment environment = new Environment(folder, Map.of("RECLAIM_PORT_BASE", "many"));

    // when
    var start = assertThatThrownBy(environment::portsToStart);

    // then
    start.hasMessageStartingWith("RECLAIM_PORT_BASE must be a number");
    assertThatThrownBy(() -> new Ports(80)).hasMessageStartingWith("RECLAIM_PORT_BASE");
    assertThatThrownBy(() -> new Ports(65_530)).hasMessageStartingWith("RECLAIM_PORT_BASE");
  }

  @Test
  void aHomeThatCannotBeWrittenIsRefused() throws Exception {
    // given
    Path file = Files.writeString(folder.resolve("file"), "not a folder");

    // when
    var open = assertThatThrownBy(() -> new Home(file.resolve("home")).open());

    // then
    open.isInstanceOf(Refusal.class).hasMessageContaining("RECLAIM_HOME");
  }
}
