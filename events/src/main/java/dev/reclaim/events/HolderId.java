package dev.reclaim.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one holder: a person, or a non-human identity. */
public record HolderId(@JsonValue String value) {

  private static final String ACCOUNT = "acc";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public HolderId {
    Ids.requireText("holder", value);
  }

  /** The same input gives the same id, everywhere and always. */
  public static HolderId of(String strongestIdentifier) {
    return new HolderId(Ids.derive("hld", strongestIdentifier));
  }

  /**
   * Stands for an account that nobody is known by, so that its seats are seen all the same. Once
   * the account has a holder, the seats are that holder's.
   */
  public static HolderId ofAccount(String account) {
    return new HolderId(Ids.derive(ACCOUNT, Identifier.normalise(account)));
  }

  /** Whether nobody is known, and the id stands for an account alone. */
  public boolean standsForAnAccount() {
    return value.startsWith(ACCOUNT + "-");
  }

  @Override
  public String toString() {
    return value;
  }
}
