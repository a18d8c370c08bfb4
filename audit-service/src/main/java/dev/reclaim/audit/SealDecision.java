package dev.reclaim.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what the log says about one candidate, so that it can be checked far from here. */
public final class SealDecision {

  private final ReadsLog log;
  private final LogSigner signer;

  public SealDecision(ReadsLog log, LogSigner signer) {
    this.log = log;
    this.signer = signer;
  }

  /** Empty when the log says nothing about this candidate. */
  public Optional<SealedDecision> of(String candidate) {
    return log.lastNote().flatMap(note -> of(candidate, note));
  }

  private Optional<SealedDecision> of(String candidate, String note) {
    long size = Checkpoint.read(note).size();
    Proofs proofs = new Proofs(log, size);
    List<SealedDecision.SealedEntry> entries = new ArrayList<>();
    for (Found found : all(candidate, size)) {
      List<String> proof = proofs.inclusion(found.position()).stream().map(Hash::base64).toList();
      entries.add(
          new SealedDecision.SealedEntry(
              found.position(), found.body(), dataBeside(found.body()), proof));
    }
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(new SealedDecision(candidate, note, signer.verifierKey(), entries));
  }

  private List<Found> all(String candidate, long size) {
    List<Found> all = new ArrayList<>();
    long after = -1;
    List<Found> page;
    do {
      page = log.find(Question.aboutCandidate(candidate, after, size));
      all.addAll(page);
      after = page.isEmpty() ? after : page.getLast().position();
    } while (page.size() == Question.MOST);
    return all;
  }

  private Optional<String> dataBeside(String body) {
    return CanonicalText.dataBeside(body)
        .flatMap(log::dataBeside)
        .map(data -> new String(data, StandardCharsets.UTF_8));
  }
}
