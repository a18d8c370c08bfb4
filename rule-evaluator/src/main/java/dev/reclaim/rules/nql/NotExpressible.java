package dev.reclaim.rules.nql;

/** What of a query a rule cannot say. */
public final class NotExpressible extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * @param line of the query, 1 is the first
   * @param construct as it is written there
   * @param reason why not, and where there is one, what would do
   */
  NotExpressible(int line, String construct, String reason) {
    super(construct + ": " + reason);
    this.line = line;
  }

  static NotExpressible at(Token token, String reason) {
    return new NotExpressible(token.line(), token.text(), reason);
  }

  public int line() {
    return line;
  }
}
