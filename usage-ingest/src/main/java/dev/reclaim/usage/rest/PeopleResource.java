package dev.reclaim.usage.rest;

import dev.reclaim.events.InboxEvent;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.usage.Admission;
import dev.reclaim.usage.HandsOver;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Takes the roster of people as HR exports it. */
@Path("/people")
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {

  private static final String SOURCE = "people-roster";

  private final Admission admission;
  private final HandsOver handsOver;
  private final InstantSource clock;

  PeopleResource(Admission admission, HandsOver handsOver, InstantSource clock) {
    this.admission = admission;
    this.handsOver = handsOver;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Roles.FEED, Roles.ADMIN})
  @Operation(
      summary = "Deliver people as CSV with a header row",
      description =
          "Columns, in any order and case: employeeNumber, userPrincipalName, email, samAccountName,"
              + " otherAccounts, name, status, since, manager, owner, department, locale, timeZone,"
              + " workingDays, kind, startedAt, contractEnds, costCentre, location, groups, accountEnabled,"
              + " inRoster; status and one identifier must be there. Each line is a whole"
              + " statement about one person. People who are not in the file stay as they are.")
  @APIResponse(responseCode = "200", description = "What became of every line")
  @APIResponse(responseCode = "400", description = "The header or the whole file is wrong")
  public LinesAnswer take(
      byte[] body,
      @QueryParam("asOf") Optional<String> asOf,
      @HeaderParam("traceparent") Optional<String> trace) {
    Instant now = clock.instant();
    Instant time = asOf.map(PeopleResource::moment).orElse(now);
    String upload = UUID.randomUUID().toString();
    LinesAnswer.Tally tally = new LinesAnswer.Tally();
    List<Envelope<? extends InboxEvent>> people = new ArrayList<>();
    for (RosterLine line : roster(body)) {
      switch (line) {
        case RosterLine.Wrong wrong ->
            tally.reject(new LinesAnswer.Rejected(wrong.line(), wrong.field(), wrong.reason()));
        case RosterLine.Person person -> {
          Optional<String> refusal = admission.refusal(person.report(), time, now);
          if (refusal.isPresent()) {
            tally.reject(LinesAnswer.Rejected.because(person.line(), refusal.get()));
          } else {
            tally.accept();
            people.add(
                new Envelope<>(
                    idOf(upload, person.line()),
                    SOURCE,
                    time,
                    new Cause(Optional.empty(), trace),
                    person.report()));
          }
        }
      }
    }
    Broker.handOver(handsOver, people);
    return tally.answer();
  }

  /** In the order of lines, so that of two lines about one person the later one holds. */
  private static String idOf(String upload, int line) {
    return "%s-%08d".formatted(upload, line);
  }

  private static List<RosterLine> roster(byte[] body) {
    try {
      return Roster.read(body);
    } catch (IllegalArgumentException e) {
      throw Problems.badField(e.getMessage());
    }
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Problems.badField("asOf", "is not a point in time such as 2026-01-31T12:00:00Z");
    }
  }
}
