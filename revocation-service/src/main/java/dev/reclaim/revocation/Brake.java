package dev.reclaim.revocation;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.ConnectionName;
import java.util.Objects;

/**
 * What holds a revocation.
 *
 * @param id as in {@code GET /brakes}
 * @param why a sentence
 */
public record Brake(String id, String why) {

  public static final String KILL_SWITCH = "kill-switch";
  public static final String DRY_RUN = "dry-run";
  public static final String WORKING_HOURS = "working-hours";
  public static final String LEGAL_HOLD = "legal-hold";
  public static final String REPLACEMENT = "replacement";
  public static final String LEAVERS = "leavers";
  public static final String LIMIT_IN_ALL = "limit-all";
  private static final String LIMIT = "limit-of-";
  private static final String STALE = "stale-";
  private static final String COLLAPSED = "collapsed-";
  private static final String CONNECTION = "connection-";

  public Brake {
    Objects.requireNonNull(id, "brake.id: is missing");
    Objects.requireNonNull(why, "brake.why: is missing");
  }

  public static String limitOf(ApplicationId application) {
    return LIMIT + application;
  }

  public static String staleSourcesOf(ApplicationId application) {
    return STALE + application;
  }

  public static String collapsedListingOf(ApplicationId application) {
    return COLLAPSED + application;
  }

  public static String unreadable(ConnectionName connection) {
    return CONNECTION + connection;
  }

  static Brake unreadable(ConnectionName connection, String why) {
    return new Brake(
        unreadable(connection), "the connection " + connection + " cannot be read: " + why);
  }

  /** Whether people can let pass what it holds; the others end only with their reason. */
  public static boolean mayBeReleased(String id) {
    return id.equals(LIMIT_IN_ALL)
        || id.equals(LEAVERS)
        || id.startsWith(LIMIT)
        || id.startsWith(STALE)
        || id.startsWith(COLLAPSED);
  }

  /** Whether people have to hear of it at once; the others are part of an ordinary day. */
  public static boolean alarms(String id) {
    return mayBeReleased(id) || id.equals(KILL_SWITCH) || id.startsWith(CONNECTION);
  }
}
