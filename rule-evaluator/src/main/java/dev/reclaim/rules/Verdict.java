package dev.reclaim.rules;

import dev.reclaim.events.Reason;
import java.util.List;

/** What a rule says about one seat. */
public sealed interface Verdict {

  /** The seat should be taken back, for these reasons. */
  record Reclaimable(List<Reason> reasons) implements Verdict {
    public Reclaimable {
      reasons = List.copyOf(reasons);
    }

    @Override
    public List<String> sentences() {
      return reasons.stream().map(Reason::sentence).toList();
    }
  }

  /** The seat stays. */
  record NotReclaimable(List<String> sentences) implements Verdict {
    public NotReclaimable {
      sentences = List.copyOf(sentences);
    }
  }

  /** Nobody can tell, so the seat stays. */
  record NotEnoughData(List<String> missing) implements Verdict {
    public NotEnoughData {
      missing = List.copyOf(missing);
    }

    @Override
    public List<String> sentences() {
      return missing;
    }
  }

  /** Why, as people read it. */
  List<String> sentences();

  static Verdict no(String sentence) {
    return new NotReclaimable(List.of(sentence));
  }
}
