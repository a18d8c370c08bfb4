package dev.reclaim.audit.verify;

import java.io.PrintStream;

/** Says to people what the check has found. */
record Report(PrintStream out) {

  private static final int MOST_SHOWN = 10;

  void trustedOnFirstUse(Witness witness) {
    out.printf(
        "First look at this log: its key was trusted as it came, and is kept in %s.%n",
        witness.folder());
    out.println("Compare it once with the key that the log's operator has published.");
  }

  int log(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Intact it -> {
        out.printf(
            "All %,d entries are intact; root %s, %s, %,d of them witnessed before.%n",
            it.checkpoint().size(),
            it.checkpoint().root(),
            signed(it.checkpoint()),
            it.witnessedBefore());
        yield Verify.INTACT;
      }
      case Verdict.Tampered it -> tampered("The audit log was tampered with.", it);
    };
  }

  int decision(DecisionFile file, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Intact it -> {
        out.printf(
            "All %,d entries about %s are in the log of %,d entries; root %s, %s, %,d of them"
                + " witnessed before.%n",
            file.entries().size(),
            file.candidate(),
            it.checkpoint().size(),
            it.checkpoint().root(),
            signed(it.checkpoint()),
            it.witnessedBefore());
        yield Verify.INTACT;
      }
      case Verdict.Tampered it -> tampered("The decision file was tampered with.", it);
    };
  }

  private int tampered(String headline, Verdict.Tampered verdict) {
    out.println(headline);
    verdict.findings().stream()
        .limit(MOST_SHOWN)
        .forEach(finding -> out.println("  " + finding.sentence()));
    long more = verdict.more() + Math.max(0, verdict.findings().size() - MOST_SHOWN);
    if (more > 0) {
      out.printf("  … and %,d more.%n", more);
    }
    verdict.sentences().stream()
        .limit(MOST_SHOWN)
        .forEach(sentence -> out.println("  " + sentence));
    return Verify.TAMPERED;
  }

  private static String signed(Checkpoint checkpoint) {
    return checkpoint
        .signedAt()
        .map(time -> "signed " + time)
        .orElse("signed by " + checkpoint.origin());
  }
}
