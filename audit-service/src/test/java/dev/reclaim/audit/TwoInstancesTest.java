package dev.reclaim.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reclaim.audit.postgres.PostgresLog;
import dev.reclaim.audit.postgres.PostgresLogRows;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Transactions;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Two instances append to one log at the same time, and one of them fails now and then. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "audit_service"))
@WithTestResource(TemporaryKeyFile.class)
class TwoInstancesTest {

  private static final int BATCHES = 60;
  private static final int PER_BATCH = 7;

  @Inject DataSource database;
  @Inject Transactions transactions;
  @Inject LogSigner signer;

  @Test
  void positionsHaveNoGapAndTheRootIsThatOfTheNaiveTree() throws Exception {
    // given
    String run = UUID.randomUUID().toString();
    List<Callable<Void>> instances = List.of(instance(run, "a", 0), instance(run, "b", 5));

    // when
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<Void> done : threads.invokeAll(instances)) {
        done.get();
      }
    }

    // then
    PostgresLog log = new PostgresLog(database);
    String note = log.lastNote().orElseThrow();
    Checkpoint last = Checkpoint.read(note);
    List<Found> all = all(log);
    assertThat(signer.hasSigned(note)).isTrue();
    assertThat(all.stream().map(Found::position))
        .containsExactlyElementsOf(LongStream.range(0, last.size()).boxed().toList());
    assertThat(all.stream().filter(found -> found.body().contains(run)))
        .hasSize(2 * BATCHES * PER_BATCH);
    List<Hash> leaves =
        all.stream()
            .map(found -> Hash.ofLeaf(found.body().getBytes(StandardCharsets.UTF_8)))
            .toList();
    assertThat(new NaiveTree(leaves).root()).isEqualTo(last.root());
  }

  @Test
  void whatIsInTheLogIsNotAppendedAgainEvenIfTheInboxHasForgotten() {
    // given
    AppendEntries append =
        new AppendEntries(new PostgresLogRows(database), signer, InstantSource.system());
    List<Entry> entries = entries(UUID.randomUUID().toString(), 3);
    transactions.run(() -> append.append(entries));
    String note = new PostgresLog(database).lastNote().orElseThrow();

    // when
    transactions.run(() -> append.append(entries));

    // then
    assertThat(new PostgresLog(database).lastNote()).contains(note);
  }

  /**
   * @param failsEach every so many batches it fails after it has written, and tries again; 0 for
   *     never
   */
  private Callable<Void> instance(String run, String name, int failsEach) {
    return () -> {
      AppendEntries append =
          new AppendEntries(new PostgresLogRows(database), signer, InstantSource.system());
      for (int batch = 0; batch < BATCHES; batch++) {
        List<Entry> entries = entries(run + name + batch, PER_BATCH);
        if (failsEach > 0 && batch % failsEach == 0) {
          fails(() -> append.append(entries));
        }
        transactions.run(() -> append.append(entries));
      }
      return null;
    };
  }

  private void fails(Runnable work) {
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      work.run();
                      throw new IllegalStateException("stopped before the commit");
                    }))
        .hasStackTraceContaining("stopped before the commit");
  }

  private static List<Entry> entries(String name, int count) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = name + "-" + i;
      entries.add(
          Entry.of(
              new Envelope<>(id, "test", Instant.EPOCH, Cause.NONE, Story.of(id).asked()), "{}"));
    }
    return entries;
  }

  private static List<Found> all(PostgresLog log) {
    List<Found> all = new ArrayList<>();
    List<Found> page;
    do {
      long after = all.isEmpty() ? -1 : all.getLast().position();
      page =
          log.find(
              new Question(
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  after,
                  Long.MAX_VALUE,
                  Question.MOST));
      all.addAll(page);
    } while (page.size() == Question.MOST);
    return all;
  }
}
