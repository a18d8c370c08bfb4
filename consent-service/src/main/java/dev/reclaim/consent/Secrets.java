package dev.reclaim.consent;

/** Links and codes: chance makes them, and only their hashes are kept. */
public interface Secrets {

  /**
   * What goes into one message and nowhere else, with what is kept of it.
   *
   * @param token names the question in the link; 256 bits of chance
   * @param code six digits that the reader types
   */
  record Fresh(String token, String code, String tokenHash, String codeHash) {

    @Override
    public String toString() {
      return "Fresh[hidden]";
    }
  }

  /** Six digits of chance. */
  String code();

  /** A link to go with a code. */
  Fresh fresh(String code);

  String hashOfToken(String token);

  /**
   * Takes as long for a wrong code as for the right one; blanks and hyphens do not matter.
   *
   * @param token of the link with which the code came
   */
  boolean fits(String token, String code, String codeHash);
}
