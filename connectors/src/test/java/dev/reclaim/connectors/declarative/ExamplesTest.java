package dev.reclaim.connectors.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.ChecksConnection;
import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.Deprovisions;
import dev.reclaim.connectors.FindsAccount;
import dev.reclaim.connectors.ListsSeats;
import dev.reclaim.connectors.ReportsUsage;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.Settings;
import dev.reclaim.connectors.Verifies;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import dev.reclaim.sandbox.vendor.Keys;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples of all connector files. */
class ExamplesTest {

  /** The moment at which every example happens. */
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  static Stream<Arguments> examples() throws IOException {
    return CatalogFiles.all().stream()
        .flatMap(
            file ->
                file.examples().stream()
                    .map(
                        example ->
                            Arguments.of(file.name() + " " + example.name(), file, example)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void endsAsItSays(String name, VendorFile file, Example example) {
    // given
    AtomicReference<Replays> replays = new AtomicReference<>();
    FileKind kind =
        new FileKind(
            file,
            connection -> {
              replays.set(new Replays(example, connection));
              return replays.get();
            },
            InstantSource.fixed(NOW));
    Connector connector = kind.open(settings(file, example));
    // when
    String outcome = run(connector, example).toString();
    // then
    assertThat(outcome).as(name).contains(example.then());
    replays.get().mustBeOver();
  }

  private static Settings settings(VendorFile file, Example example) {
    Map<String, String> values = new HashMap<>(example.settings());
    values.replaceAll((key, value) -> value.equals("a-test-key") ? Keys.privateKey() : value);
    values.put("type", file.name());
    return new Settings(new ConnectionName("example"), values);
  }

  private static Object run(Connector connector, Example example) {
    List<String> words = List.of(example.does().split(" "));
    SeatRef seat = VendorStage.seatOf(example.account().isEmpty() ? "nobody" : example.account());
    return switch (words.getFirst()) {
      case "find" -> can(connector, FindsAccount.class).find(example.account());
      case "list" -> can(connector, ListsSeats.class).list(source(example, words));
      case "usage" ->
          can(connector, ReportsUsage.class)
              .usage(source(example, words), Instant.parse(words.get(1)));
      case "look" -> can(connector, Verifies.class).look(seat, source(example, words));
      case "revoke" -> can(connector, Revokes.class).revoke(seat, source(example, words));
      case "deprovision" ->
          can(connector, Deprovisions.class)
              .deprovision(Step.valueOf(words.get(1)), example.account());
      case "check" ->
          can(connector, ChecksConnection.class)
              .check(example.entitlement().isEmpty() ? List.of() : List.of(source(example, words)));
      default -> throw new AssertionError("an example cannot " + example.does());
    };
  }

  private static <C> C can(Connector connector, Class<C> capability) {
    return connector.as(capability).orElseThrow();
  }

  /** {@code revoke DOWNGRADE lower}: the second word is the way, the third what is left. */
  private static SeatSource source(Example example, List<String> words) {
    boolean hasWay =
        words.size() > 1
            && Stream.of(SeatAction.values()).anyMatch(way -> way.name().equals(words.get(1)));
    return new SeatSource(
        new ConnectionName("example"),
        example.entitlement(),
        hasWay ? Optional.of(SeatAction.valueOf(words.get(1))) : Optional.empty(),
        words.size() > 2 ? Optional.of(words.get(2)) : Optional.empty());
  }
}
