package dev.reclaim.revocation;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Where revocations are kept, as the worker sees it. Each method is one short transaction. */
public interface Ledger {

  /** What is known now; it may be old by the time it is acted on. */
  Facts facts(Task task);

  /**
   * Lets a decision be made on the facts of this moment, and stores it with what is said and
   * written about it, all or nothing. Decisions on facts are made one after the other, so that two
   * of them cannot both be the last that a limit allows.
   *
   * @return the right to go on from there; empty if somebody else has it by now, and then nothing
   *     was stored
   */
  Optional<Lease> judge(Lease lease, Function<Facts, Next<? extends Revocation>> decision);

  /** As {@link #judge}, for what does not depend on facts. */
  Optional<Lease> record(Lease lease, Next<? extends Revocation> next);

  /** Gives the right back and asks for a look later, after something unforeseen. */
  void postpone(Lease lease, Instant until);
}
