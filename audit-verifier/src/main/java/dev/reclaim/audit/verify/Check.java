package dev.reclaim.audit.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Checks one log against its key and against what was witnessed of it. */
final class Check {

  private final Source source;
  private final Witness witness;
  private final Optional<LogKey> given;
  private final Progress progress;
  private boolean trustedOnFirstUse;

  /**
   * @param given the key that the log must have signed with; empty for the one that was trusted at
   *     first use
   */
  Check(Source source, Witness witness, Optional<LogKey> given, Progress progress) {
    this.source = source;
    this.witness = witness;
    this.given = given;
    this.progress = progress;
  }

  /**
   * @throws CannotCheck when the log could not be looked at
   */
  Verdict run() {
    byte[] served =
        source
            .read(TilePath.CHECKPOINT)
            .orElseThrow(() -> new CannotCheck("There is no checkpoint, so there is no log here."));
    LogKey key = key();
    try {
      return judge(Checkpoint.open(served, key), key);
    } catch (Checkpoint.NotSigned | IllegalArgumentException reason) {
      return judgeUnsigned(served, reason.getMessage());
    }
  }

  /** Whether the key was new here, and was believed as it came. */
  boolean trustedOnFirstUse() {
    return trustedOnFirstUse;
  }

  /** The key to check with; pinned only when the check ends well. */
  private LogKey key() {
    return given.or(witness::key).orElseGet(this::keyAtFirstUse);
  }

  private Verdict judge(Checkpoint checkpoint, LogKey key) {
    Faults faults = FirstPass.over(source, checkpoint, witness, progress);
    WitnessedLeaves leaves = witness.leaves();
    try {
      if (!faults.none()) {
        SecondPass.requireSoundWitness(witness);
        return SecondPass.over(source, checkpoint, true, witness, faults);
      }
      leaves.appendFresh();
      if (witness.key().isEmpty()) {
        witness.pin(key);
      }
      witness.remember(checkpoint);
      return new Verdict.Intact(checkpoint, leaves.count());
    } finally {
      leaves.forgetFresh();
    }
  }

  private Verdict judgeUnsigned(byte[] served, String reason) {
    Checkpoint unsigned;
    try {
      unsigned = Checkpoint.read(served);
    } catch (IllegalArgumentException e) {
      return new Verdict.Tampered(
          List.of(), 0, List.of("There is no signed checkpoint: " + reason));
    }
    Faults faults = FirstPass.over(source, unsigned, witness, progress).because(reason);
    witness.leaves().forgetFresh();
    SecondPass.requireSoundWitness(witness);
    return SecondPass.over(source, unsigned, false, witness, faults);
  }

  private LogKey keyAtFirstUse() {
    byte[] spelled =
        source
            .read(TilePath.KEY)
            .orElseThrow(
                () -> new CannotCheck("The log shows no key; name it with --key or pin it."));
    trustedOnFirstUse = true;
    try {
      return LogKey.parse(new String(spelled, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new CannotCheck("The log shows something that is not a key: " + e.getMessage(), e);
    }
  }
}
