package dev.reclaim.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four kinds of policy. */
public enum PolicyKind {
  APPLICATION,
  RULE,
  CAMPAIGN,
  HOLD;

  /** As documents and addresses spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PolicyKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
