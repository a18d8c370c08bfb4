package dev.reclaim.rules.threads;

import dev.reclaim.rules.Hands;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A thread for each hand; the first is the one that asks. */
public final class ThreadsAsHands implements Hands {

  private final int number;

  /**
   * @param number at least 1
   */
  public ThreadsAsHands(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("hands: must be at least 1");
    }
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public <T> void workOff(Supplier<Optional<T>> next, Consumer<T> work) {
    Pile<T> pile = new Pile<>(next, work);
    List<Thread> others =
        Stream.generate(() -> Thread.ofPlatform().name("hand").daemon(true).start(pile::workOff))
            .limit(number - 1L)
            .toList();
    pile.workOff();
    others.forEach(other -> await(other, pile));
    pile.throwFailure();
  }

  /** Whoever is asked to stop lets the others put down what they have in hand first. */
  private static void await(Thread other, Pile<?> pile) {
    boolean interrupted = false;
    while (other.isAlive()) {
      try {
        other.join();
      } catch (InterruptedException stop) {
        interrupted = true;
        pile.fail(new IllegalStateException("interrupted", stop));
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The pieces that are left, and the first failure. */
  private static final class Pile<T> {

    private final Supplier<Optional<T>> next;
    private final Consumer<T> work;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Pile(Supplier<Optional<T>> next, Consumer<T> work) {
      this.next = next;
      this.work = work;
    }

    void workOff() {
      try {
        for (Optional<T> piece = take(); piece.isPresent(); piece = take()) {
          work.accept(piece.get());
        }
      } catch (RuntimeException | Error e) {
        fail(e);
      }
    }

    private synchronized Optional<T> take() {
      return failure.get() == null ? next.get() : Optional.empty();
    }

    void fail(Throwable why) {
      if (!failure.compareAndSet(null, why)) {
        failure.get().addSuppressed(why);
      }
    }

    void throwFailure() {
      switch (failure.get()) {
        case null -> {}
        case Error e -> throw e;
        case RuntimeException e -> throw e;
        case Throwable e -> throw new IllegalStateException(e);
      }
    }
  }
}
