package dev.reclaim.rules.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.CandidateEvent;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.SeatId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several evaluators, each with a connection of its own, over the same seats at the same time. */
class RacingEvaluatorsTest {

  private static final int HOLDERS = 300;
  private static final int TREES = 5;
  private static final int PAGE = 100;

  private final long seed = Long.getLong("reclaim.seed", new Random().nextLong());

  private RandomTown town() throws SQLException {
    return RandomTown.of("rules_sweep", seed, HOLDERS, TREES);
  }

  @Test
  void twoThatJudgeTheSameSeatsAtTheSameMomentProposeAndWithdrawNoneTwice() throws Exception {
    List<CandidateId> alone = saidByOneAlone();
    try (RandomTown town = town()) {
      // given
      ASweep one = new ASweep(town);
      ASweep other = new ASweep(town);
      CyclicBarrier together = new CyclicBarrier(2);
      // when
      race(() -> inPages(one, town, together), () -> inPages(other, town, together));
      // then
      assertThat(said(one, other)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(alone);
    }
  }

  @Test
  void twoThatSweepBesideOneThatJudgesAtOnceProposeAndWithdrawNoneTwice() throws Exception {
    List<CandidateId> alone = saidByOneAlone();
    try (RandomTown town = town()) {
      // given
      ASweep sweep = new ASweep(town);
      ASweep another = new ASweep(town);
      ASweep atOnce = new ASweep(town);
      CyclicBarrier nobody = new CyclicBarrier(1);
      // when
      race(
          () -> sweep.unlessOtherSweeps(town.asOf()),
          () -> another.unlessOtherSweeps(town.asOf()),
          () -> inPages(atOnce, town, nobody));
      // then
      assertThat(said(sweep, another, atOnce))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(alone);
      assertThat(Stream.of(sweep, another).map(ASweep::disagreements))
          .as("seed %d", seed)
          .allMatch(List::isEmpty);
    }
  }

  private List<CandidateId> saidByOneAlone() throws SQLException {
    try (RandomTown town = town()) {
      ASweep alone = new ASweep(town);
      alone.judge(all(town));
      assertThat(alone.found()).isNotEmpty();
      assertThat(alone.withdrawn()).isNotEmpty();
      return said(alone);
    }
  }

  private static List<SeatId> all(RandomTown town) {
    return town.seats().next(Optional.empty(), 4 * HOLDERS);
  }

  private static boolean inPages(ASweep sweep, RandomTown town, CyclicBarrier together)
      throws Exception {
    List<SeatId> all = all(town);
    for (int from = 0; from < all.size(); from += PAGE) {
      together.await();
      sweep.judge(all.subList(from, Math.min(from + PAGE, all.size())));
    }
    return true;
  }

  private static List<CandidateId> said(ASweep... evaluators) {
    return Stream.of(evaluators)
        .flatMap(each -> Stream.concat(each.found().stream(), each.withdrawn().stream()))
        .map(CandidateEvent::candidate)
        .toList();
  }

  @SafeVarargs
  private static void race(Callable<Object>... evaluators) throws Exception {
    CyclicBarrier start = new CyclicBarrier(evaluators.length);
    try (ExecutorService threads = Executors.newFixedThreadPool(evaluators.length)) {
      List<Future<Object>> races =
          IntStream.range(0, evaluators.length)
              .mapToObj(
                  n ->
                      threads.submit(
                          () -> {
                            start.await();
                            return evaluators[n].call();
                          }))
              .toList();
      for (Future<Object> race : races) {
        race.get();
      }
    }
  }
}
