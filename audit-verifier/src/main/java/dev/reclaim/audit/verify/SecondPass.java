package dev.reclaim.audit.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out which entries are not what they were, after the first pass found that some are not. */
final class SecondPass {

  private SecondPass() {}

  /**
   * @param signed whether the checkpoint carries a good signature
   */
  static Verdict.Tampered over(
      Source source, Checkpoint checkpoint, boolean signed, Witness witness, Faults faults) {
    Tiles tiles = new Tiles(source, checkpoint.size());
    boolean entriesAreSigned = signed && faults.root().equals(checkpoint.root());
    Optional<SignedLeaves> vouched =
        signed && !entriesAreSigned && !faults.gaveUp()
            ? Optional.of(new SignedLeaves(tiles, checkpoint.root()))
            : Optional.empty();
    List<String> sentences = new ArrayList<>(faults.sentences());
    if (entriesAreSigned) {
      faults.rewritten().forEach(tile -> sentences.add(tile.sentence()));
    }
    if (faults.gaveUp()) {
      return new Verdict.Tampered(List.of(), 0, sentences);
    }
    try (var witnessed = witness.leaves().read();
        var now = new EntriesNow(tiles)) {
      EntriesBefore before = new EntriesBefore(witnessed, tiles, vouched);
      Findings findings = Differences.between(now, before);
      List<Finding> named = new ArrayList<>(findings.named());
      named.addAll(before.unknown());
      if (named.isEmpty() && sentences.isEmpty()) {
        sentences.add("Two readings of the log gave different answers.");
      }
      return new Verdict.Tampered(named, findings.more(), sentences);
    }
  }

  /** A witness that does not fit its own checkpoints proves nothing about the log. */
  static void requireSoundWitness(Witness witness) {
    List<Checkpoint> checkpoints = witness.checkpoints();
    if (checkpoints.isEmpty()) {
      return;
    }
    Merkle merkle = new Merkle();
    Edge edge = new Edge(merkle, (_, _) -> {});
    WitnessedLeaves leaves = witness.leaves();
    try (var hashes = leaves.read()) {
      hashes.forEachRemaining(hash -> edge.add(0, hash));
    }
    Checkpoint last = checkpoints.getLast();
    if (leaves.count() == last.size() && !edge.root().equals(last.root())) {
      throw witness.damaged("its hashes do not give the root that it has witnessed");
    }
  }
}
