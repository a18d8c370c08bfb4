package dev.reclaim.audit.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Checks a sealed decision file without asking anybody. It proves that every entry in the file is
 * in the log; it cannot prove that the log holds no other entry about the candidate.
 */
final class DecisionCheck {

  private final Merkle merkle = new Merkle();
  private final DecisionFile file;
  private final WitnessedLeaves witnessed;
  private final List<String> sentences = new ArrayList<>();

  private DecisionCheck(DecisionFile file, WitnessedLeaves witnessed) {
    this.file = file;
    this.witnessed = witnessed;
  }

  static Verdict of(DecisionFile file, LogKey key, Witness witness) {
    try {
      Checkpoint checkpoint = Checkpoint.open(file.checkpointBytes(), key);
      return new DecisionCheck(file, witness.leaves()).against(checkpoint);
    } catch (Checkpoint.NotSigned | IllegalArgumentException reason) {
      return new Verdict.Tampered(List.of(), 0, List.of(reason.getMessage()));
    }
  }

  private Verdict against(Checkpoint checkpoint) {
    long before = -1;
    long known = 0;
    for (DecisionFile.Sealed sealed : file.entries()) {
      if (sealed.position() <= before) {
        sentences.add("Position %d is out of order.".formatted(sealed.position()));
      }
      before = sealed.position();
      known += check(sealed, checkpoint) ? 1 : 0;
    }
    if (file.entries().isEmpty()) {
      sentences.add("The file holds no entry.");
    }
    return sentences.isEmpty()
        ? new Verdict.Intact(checkpoint, known)
        : new Verdict.Tampered(List.of(), 0, sentences);
  }

  /** Whether this very entry was witnessed before. */
  private boolean check(DecisionFile.Sealed sealed, Checkpoint checkpoint) {
    ByteBuffer bytes = ByteBuffer.wrap(sealed.entry().getBytes(StandardCharsets.UTF_8));
    Hash leaf = merkle.leaf(bytes);
    Optional<Hash> root =
        Inclusion.root(merkle, leaf, sealed.position(), checkpoint.size(), sealed.proof());
    if (!root.equals(Optional.of(checkpoint.root()))) {
      complain(sealed, "is not what the log has signed there. It says: " + EntryWords.of(bytes));
    }
    Optional<Hash> seen = witnessed.at(sealed.position());
    if (seen.isPresent() && !seen.get().equals(leaf)) {
      complain(sealed, "is not what was witnessed there. It says: " + EntryWords.of(bytes));
    }
    if (!EntryWords.isAbout(bytes, file.candidate())) {
      complain(sealed, "is not about " + file.candidate());
    }
    if (!dataFits(sealed, bytes)) {
      complain(sealed, "does not fit the data beside it");
    }
    return seen.isPresent();
  }

  private void complain(DecisionFile.Sealed sealed, String what) {
    sentences.add("Position %d %s.".formatted(sealed.position(), what));
  }

  private static boolean dataFits(DecisionFile.Sealed sealed, ByteBuffer entry) {
    Optional<String> actual =
        sealed
            .dataBeside()
            .map(data -> Merkle.sha256().digest(data.getBytes(StandardCharsets.UTF_8)))
            .map(HexFormat.of()::formatHex);
    return actual.equals(EntryWords.dataBeside(entry));
  }
}
