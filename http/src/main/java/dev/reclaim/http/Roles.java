package dev.reclaim.http;

/** Who may do what; a login or a token carries one or more. */
public final class Roles {

  /** Changes policy. */
  public static final String ADMIN = "admin";

  /** Moves candidates and revocations along, and stops them. */
  public static final String OPERATOR = "operator";

  /** Decides for others: a manager or a stand-in. */
  public static final String APPROVER = "approver";

  /** Reads everything, changes nothing. */
  public static final String AUDITOR = "auditor";

  /** Delivers usage, people and seat records. */
  public static final String FEED = "feed";

  /** Somebody about their own seats; only another service can say so, see {@link OnBehalfOf}. */
  public static final String HOLDER = "holder";

  /** Another service of this installation. */
  public static final String SERVICE = "service";

  private Roles() {}
}
