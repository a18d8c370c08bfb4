package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One thing that can be taken: a step of deprovisioning, or one way to free a seat.
 *
 * @param suits which sources of seats it is for
 * @param look what must be read to know whether it is done
 * @param done when it is done; empty if the vendor shows no trace of it
 * @param moves how it is taken
 * @param undo how it is put back
 */
record Taking(
    Effect effect,
    Condition suits,
    List<Move> look,
    Optional<Done> done,
    List<Move> moves,
    List<Move> undo) {

  /** It is done when this holds, and this is the proof. */
  record Done(Condition when, Template proof) {

    static Done of(Entry entry) {
      entry.allowOnly("when", "proof");
      return new Done(Condition.of(entry.required("when")), Template.of(entry.required("proof")));
    }
  }

  static Taking of(Entry entry) {
    entry.allowOnly("for", "loss", "undo-within", "look", "done", "do", "undo");
    Undo undo = Undo.of(entry);
    return new Taking(
        new Effect(entry.required("loss").text(), undo.possible(), undo.within()),
        entry.optional("for", Condition::of).orElse(new Condition.All(List.of())),
        entry.list("look", Move::of),
        done(entry.required("done")),
        moves(entry),
        entry.list("undo", Move::of));
  }

  /** A step has no source that it could be for. */
  static Taking ofStep(Entry entry) {
    entry
        .optional("for")
        .ifPresent(
            condition -> {
              throw condition.refuse("is for ways to free a seat only");
            });
    return of(entry);
  }

  private static Optional<Done> done(Entry entry) {
    if (entry.isMapping()) {
      return Optional.of(Done.of(entry));
    }
    if (!entry.text().equals("leaves-no-trace")) {
      throw entry.refuse("must have when and proof, or be leaves-no-trace");
    }
    return Optional.empty();
  }

  private static List<Move> moves(Entry entry) {
    entry.required("do");
    return entry.list("do", Move::of);
  }

  /** {@code undo-within: never}, {@code always} or a length of time. */
  private record Undo(boolean possible, Optional<Duration> within) {

    static Undo of(Entry entry) {
      Entry within = entry.required("undo-within");
      boolean possible = !within.text().equals("never");
      if (possible == entry.list("undo", Move::of).isEmpty()) {
        throw within.refuse(
            possible ? "needs 'undo', which says how" : "is contradicted by the key 'undo'");
      }
      return new Undo(
          possible,
          !possible || within.text().equals("always")
              ? Optional.empty()
              : Optional.of(Length.of(within)));
    }
  }
}
