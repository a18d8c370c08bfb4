package dev.reclaim.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;

/** Refusals as RFC 9457 problems: a stable type, what was wrong, and with which field. */
public final class Problems {

  private static final String TYPES = "https://reclaim.dev/problems/";

  private Problems() {}

  /**
   * The request cannot be understood or breaks a rule of its format.
   *
   * @param field the field, header or line that is wrong
   * @param detail why, and what would be right
   */
  public static HttpProblem badField(String field, String detail) {
    return problem(
        "bad-field",
        "A field is wrong",
        Response.Status.BAD_REQUEST,
        detail,
        Map.of("field", field));
  }

  /** As {@link #badField}, from a message that begins with {@code field: }. */
  public static HttpProblem badField(String message) {
    int colon = message.indexOf(": ");
    return colon > 0
        ? badField(message.substring(0, colon), message.substring(colon + 2))
        : badField("body", message);
  }

  public static HttpProblem notFound(String what, String id) {
    return problem(
        "not-found",
        "Not found",
        Response.Status.NOT_FOUND,
        what + " " + id + " is not known",
        Map.of());
  }

  /** What was asked for is not possible in the present state. */
  public static HttpProblem conflict(String detail) {
    return problem("conflict", "Not possible now", Response.Status.CONFLICT, detail, Map.of());
  }

  public static HttpProblem forbidden(String detail) {
    return problem("forbidden", "Not allowed", Response.Status.FORBIDDEN, detail, Map.of());
  }

  /** Try again later. */
  public static HttpProblem unavailable(String detail, int retryAfterSeconds) {
    return HttpProblem.builder()
        .withType(URI.create(TYPES + "unavailable"))
        .withTitle("Not available right now")
        .withStatus(Response.Status.SERVICE_UNAVAILABLE)
        .withDetail(detail)
        .withHeader("Retry-After", Integer.toString(retryAfterSeconds))
        .build();
  }

  public static HttpProblem problem(
      String type, String title, Response.StatusType status, String detail, Map<String, ?> more) {
    HttpProblem.Builder problem =
        HttpProblem.builder()
            .withType(URI.create(TYPES + type))
            .withTitle(title)
            .withStatus(status)
            .withDetail(detail);
    more.forEach(problem::with);
    return problem.build();
  }
}
