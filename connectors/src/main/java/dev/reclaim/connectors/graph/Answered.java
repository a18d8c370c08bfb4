package dev.reclaim.connectors.graph;

import dev.reclaim.connectors.RevocationOutcome.TryLater.SoFar;
import dev.reclaim.connectors.graph.Trouble.Lasting;
import dev.reclaim.connectors.graph.Trouble.Passing;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * An answer of Graph that is no success, of a call of its own or of a part of a batch. The codes
 * are those of Graph's error responses.
 *
 * @param code as in {@code error.code}; empty if there was none
 * @param message as in {@code error.message}; empty if there was none
 * @param after by {@code Retry-After}
 */
record Answered(int status, String code, String message, Duration after) {

  private static final int LONGEST_QUOTE = 200;

  Trouble meaning(Attempt attempt) {
    String could = "could not " + attempt.what() + ": ";
    return switch (status) {
      case 401 ->
          new Lasting(
              could + "Graph does not accept the connection's token",
              "Check 'tenant-id' and 'cloud', and that the app registration still exists.");
      case 403 -> forbidden(could, attempt);
      case 404 ->
          new Lasting(
              could + "there is no such object",
              "Correct the name; or give the connection's app the permission "
                  + attempt.permission()
                  + ".");
      case 408, 504 -> new Passing(after, could + "Graph ran out of time", doubt(attempt));
      case 409 ->
          new Passing(after, could + "another change is under way" + quoted(), SoFar.NOTHING);
      case 429 -> new Passing(after, could + "Graph asks to call less often", SoFar.NOTHING);
      case 500, 502, 503 ->
          new Passing(after, could + "Graph is not available now (" + status + ")", doubt(attempt));
      default ->
          new Lasting(
              could + "Graph refused with " + status + quoted(),
              "Look this answer up in Microsoft's documentation of Graph's errors.");
    };
  }

  GraphRefused refused(Attempt attempt) {
    return new GraphRefused(meaning(attempt), OptionalInt.of(status));
  }

  private Trouble forbidden(String could, Attempt attempt) {
    return switch (code) {
      case "Authentication_RequestFromNonPremiumTenantOrB2CTenant" ->
          new Lasting(
              could + "the tenant has no Entra ID P1 or P2 licence",
              "Buy one of these licences, or take usage from another source.");
      default ->
          new Lasting(
              could + "the connection's app may not do that" + quoted(),
              "Give the connection's app the permission " + attempt.permission() + ".");
    };
  }

  private static SoFar doubt(Attempt attempt) {
    return attempt.changes() ? SoFar.PERHAPS : SoFar.NOTHING;
  }

  /** One line of it; Graph's errors quote names and never what signs in. */
  private String quoted() {
    String said = (code + " " + message).replaceAll("\\p{Cntrl}+", " ").strip();
    return said.isEmpty()
        ? ""
        : ", saying: " + said.substring(0, Math.min(said.length(), LONGEST_QUOTE));
  }
}
