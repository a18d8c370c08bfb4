package dev.reclaim.rules.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reclaim.rules.Hands;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadsAsHandsTest {

  private static Supplier<Optional<Integer>> pieces(int number) {
    Iterator<Integer> all = IntStream.range(0, number).iterator();
    return () -> all.hasNext() ? Optional.of(all.next()) : Optional.empty();
  }

  @Test
  void workOnEveryPieceOnce() {
    // given
    Queue<Integer> done = new ConcurrentLinkedQueue<>();
    // when
    new ThreadsAsHands(4).workOff(pieces(1_000), done::add);
    // then
    assertThat(done)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 1_000).boxed().toList());
  }

  @Test
  void workBesideEachOther() {
    // given
    CyclicBarrier bothAreHere = new CyclicBarrier(2);
    // when
    new ThreadsAsHands(2).workOff(pieces(2), _ -> await(bothAreHere));
    // then
    assertThat(bothAreHere.isBroken()).isFalse();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void takeNothingMoreOnceAPieceFailed() {
    for (Hands hands : List.of(new ThreadsAsHands(2), Hands.ONE)) {
      // given
      Queue<Integer> done = new ConcurrentLinkedQueue<>();
      // when, then
      assertThatThrownBy(
              () ->
                  hands.workOff(
                      pieces(1_000_000),
                      piece -> {
                        if (piece == 10) {
                          throw new IllegalStateException("piece 10");
                        }
                        done.add(piece);
                      }))
          .hasMessage("piece 10");
      assertThat(done).contains(9).hasSizeLessThan(1_000_000 - 1);
    }
  }

  @Test
  void failWhereNoPieceCanBeTaken() {
    assertThatThrownBy(
            () ->
                new ThreadsAsHands(2)
                    .workOff(
                        () -> {
                          throw new IllegalStateException("no more");
                        },
                        _ -> {}))
        .hasMessage("no more");
  }
}
