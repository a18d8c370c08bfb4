package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.Holder;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.RevocationEvent.AboutRevocation;
import dev.reclaim.events.RevocationEvent.BrakeHandled;
import dev.reclaim.events.RevocationEvent.BrakeStopped;
import dev.reclaim.events.RevocationEvent.RevocationFailed;
import dev.reclaim.events.RevocationEvent.RevocationHeld;
import dev.reclaim.events.RevocationEvent.RevocationVerified;
import dev.reclaim.events.RevocationId;
import dev.reclaim.events.SignalEvent.HolderChanged;
import dev.reclaim.events.Topic;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A file from HR marks 40 of 100 people as leavers, and cannot be right. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "revocation_service"))
@WithTestResource(SandboxCompany.class)
class CorruptPeopleFileTest extends OnRealParts {

  private static final List<String> WITH_ACCOUNTS = List.of(MAJA, CARLOS, ANNA);

  /** What the limit of the application lets through within an hour. */
  private static final int LIMIT = 2;

  @Test
  void holdsAllOfThemTellsPeopleAndJudgesEachAnewWhenTwoHaveReleasedIt() {
    // given
    List<String> leavers =
        Stream.concat(
                WITH_ACCOUNTS.stream(),
                IntStream.range(0, 37).mapToObj(i -> "leaver-%d@example.com".formatted(i)))
            .toList();
    IntStream.range(0, 60)
        .forEach(i -> people("stays-%d@example.com".formatted(i), Holder.Status.ACTIVE));

    // when
    leavers.forEach(account -> people(account, Holder.Status.LEFT));
    awaitLeavers(leavers.size());
    Instant begun = Instant.now();
    List<RevocationId> ordered =
        leavers.stream().map(account -> scene.approve(account, Order.ACCESS_FIRST)).toList();

    // then
    await(() -> heldByLeavers().containsAll(ordered));
    BrakeStopped alarm =
        topics.await(
            Topic.REVOCATIONS, BrakeStopped.class, said -> said.brake().equals(Brake.LEAVERS));
    assertThat(alarm.at()).isBefore(begun.plusSeconds(10));
    assertThat(alarm.why()).containsPattern("40 of 10\\d people");
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> mailedOfLeavers(alarm.at().plusSeconds(10)));
    as("service")
        .get("/q/metrics")
        .then()
        .body(containsString("reclaim_brake_stopped_total{kind=\"leavers\"}"));
    assertThat(effects()).isEmpty();

    // when
    release(Brake.LEAVERS, "operator").body("released", equalTo(0));
    release(Brake.LEAVERS, "operator").body("released", equalTo(0));
    assertThat(effects()).isEmpty();
    release(Brake.LEAVERS, "admin").body("released", equalTo(ordered.size()));

    // then
    assertThat(handled(BrakeHandled.Act.RELEASE_ASKED).by().id()).isEqualTo("operator");
    assertThat(handled(BrakeHandled.Act.RELEASED).revocations())
        .containsExactlyInAnyOrderElementsOf(ordered);
    await(() -> judgedAnew().containsAll(ordered));
    assertThat(effects()).hasSizeLessThanOrEqualTo(LIMIT * 2);
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
  }

  private static Set<RevocationId> heldByLeavers() {
    return topics
        .matching(
            Topic.REVOCATIONS, RevocationHeld.class, held -> held.brake().equals(Brake.LEAVERS))
        .stream()
        .map(RevocationHeld::revocation)
        .collect(Collectors.toSet());
  }

  /** Taken, refused by the system, or held by another brake; in any case not by this one. */
  private static Set<RevocationId> judgedAnew() {
    return topics
        .matching(Topic.REVOCATIONS, AboutRevocation.class, CorruptPeopleFileTest::decides)
        .stream()
        .map(AboutRevocation::revocation)
        .collect(Collectors.toSet());
  }

  private static boolean decides(AboutRevocation event) {
    return event instanceof RevocationVerified
        || event instanceof RevocationFailed
        || (event instanceof RevocationHeld held && !held.brake().equals(Brake.LEAVERS));
  }

  private static BrakeHandled handled(BrakeHandled.Act act) {
    return topics.await(
        Topic.REVOCATIONS,
        BrakeHandled.class,
        said -> said.brake().equals(Brake.LEAVERS) && said.act() == act);
  }

  private void people(String account, Holder.Status status) {
    topics.send(
        "usage-ingest",
        new HolderChanged(
            new Holder(
                scene.seat(account).holder(),
                Holder.Kind.PERSON,
                List.of(new Identifier(Identifier.Kind.EMAIL, account)),
                account,
                status,
                Instant.now(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Instant.now())));
  }

  private static void awaitLeavers(int count) {
    Awaitility.await()
        .until(
            () ->
                rows("holder_profile", "left_at IS NOT NULL") >= count
                    && rows("holder_profile", "true") >= 100);
  }

  private static boolean mailedOfLeavers(Instant before) {
    Path mails = Path.of(ConfigProvider.getConfig().getValue(SandboxCompany.MAILS, String.class));
    try (Stream<Path> files = Files.walk(mails)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toFile().lastModified() < before.toEpochMilli())
          .map(CorruptPeopleFileTest::text)
          .anyMatch(
              mail -> mail.contains(SandboxCompany.ON_CALL) && mail.contains("the brake leavers"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
