package dev.reclaim.audit.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.reclaim.audit.Found;
import dev.reclaim.audit.Question;
import dev.reclaim.audit.ReadsLog;
import dev.reclaim.audit.SealDecision;
import dev.reclaim.audit.SealedDecision;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The log for people: who did what, when, and why. */
@Path("/")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
@RolesAllowed({Roles.AUDITOR, Roles.ADMIN, Roles.OPERATOR, Roles.SERVICE})
public class AuditResource {

  /**
   * A part of an answer.
   *
   * @param next where the following part begins, as {@code after}; absent when there is none
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Page(List<Row> entries, Optional<Long> next) {}

  /**
   * One entry.
   *
   * @param event the entry's own text, which is JSON
   */
  public record Row(long position, @JsonRawValue String event) {}

  private final ReadsLog log;
  private final SealDecision seal;

  AuditResource(ReadsLog log, SealDecision seal) {
    this.log = log;
    this.seal = seal;
  }

  @GET
  @Path("audit")
  @Operation(summary = "Entries by holder, application, candidate, actor and time")
  public Page audit(
      @QueryParam("holder") Optional<String> holder,
      @QueryParam("application") Optional<String> application,
      @QueryParam("candidate") Optional<String> candidate,
      @QueryParam("actor") Optional<String> actor,
      @QueryParam("from") Optional<String> from,
      @QueryParam("to") Optional<String> to,
      @QueryParam("after") @DefaultValue("-1") String after,
      @QueryParam("limit") @DefaultValue("100") String limit) {
    Question question;
    try {
      question =
          new Question(
              holder,
              candidate,
              application,
              actor,
              from.map(text -> time("from", text)),
              to.map(text -> time("to", text)),
              number("after", after),
              Long.MAX_VALUE,
              (int) Math.min(number("limit", limit), Integer.MAX_VALUE));
    } catch (IllegalArgumentException e) {
      throw Problems.badField(e.getMessage());
    }
    List<Found> found = log.find(question);
    return new Page(
        found.stream().map(one -> new Row(one.position(), one.body())).toList(),
        found.size() == question.limit()
            ? Optional.of(found.getLast().position())
            : Optional.empty());
  }

  @GET
  @Path("decisions/{candidate}")
  @Operation(summary = "All about one candidate, with proofs that can be checked offline")
  public SealedDecision decision(@PathParam("candidate") String candidate) {
    return seal.of(candidate).orElseThrow(() -> Problems.notFound("The candidate", candidate));
  }

  private static Instant time(String field, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          field + ": '" + text + "' is not a point in time such as 2026-01-31T12:00:00Z", e);
    }
  }

  private static long number(String field, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(field + ": '" + text + "' is not a number", e);
    }
  }
}
