package dev.reclaim.rules;

/** Which piece of policy. */
public record PolicyId(PolicyKind kind, String name) {

  @Override
  public String toString() {
    return kind.word() + "/" + name;
  }
}
