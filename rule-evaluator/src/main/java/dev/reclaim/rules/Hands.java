package dev.reclaim.rules;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How many pieces of work are in hand beside each other. */
public interface Hands {

  /** At least one. */
  int number();

  /**
   * Has every hand take the next piece and work on it until no piece is left, and returns when all
   * are done. If one piece fails, nobody takes another one, and the failure is thrown as soon as
   * the pieces in hand are done.
   *
   * @param next asked by one hand at a time; empty when no piece is left
   */
  <T> void workOff(Supplier<Optional<T>> next, Consumer<T> work);

  /** One piece after the other, by whoever asks. */
  Hands ONE =
      new Hands() {
        @Override
        public int number() {
          return 1;
        }

        @Override
        public <T> void workOff(Supplier<Optional<T>> next, Consumer<T> work) {
          for (Optional<T> piece = next.get(); piece.isPresent(); piece = next.get()) {
            work.accept(piece.get());
          }
        }
      };
}
