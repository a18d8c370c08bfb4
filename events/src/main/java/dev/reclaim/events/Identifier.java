package dev.reclaim.events;

import java.util.Locale;

/**
 * One name by which some system knows a holder.
 *
 * @param value as the system spells it; compared without regard to case
 */
public record Identifier(Kind kind, String value) {

  /** Strongest first: the first that a holder has decides its {@link HolderId}. */
  public enum Kind {
    EMPLOYEE_NUMBER,
    USER_PRINCIPAL_NAME,
    EMAIL,
    SAM_ACCOUNT_NAME,
    /** An object id, a vendor's user id, or any other login. */
    OTHER
  }

  public Identifier {
    Ids.requireText("identifier", value);
  }

  /** The form in which identifiers are compared: trimmed, lower case. */
  public String normalised() {
    return normalise(value);
  }

  public static String normalise(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }
}
