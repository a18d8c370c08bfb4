package dev.reclaim.usage.rest;

import dev.reclaim.events.InboxEvent.HolderReported;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.usage.Admission;
import dev.reclaim.usage.FindMissingPeople;
import dev.reclaim.usage.FindMissingPeople.Absence;
import dev.reclaim.usage.HandsOver;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Takes the roster of people as HR exports it. */
@Path("/people")
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {

  private static final String SOURCE = "people-roster";

  /** Above every line of a file. */
  private static final int MISSING_FROM = 50_000_000;

  private final Admission admission;
  private final HandsOver handsOver;
  private final FindMissingPeople findMissing;
  private final InstantSource clock;

  PeopleResource(
      Admission admission,
      HandsOver handsOver,
      FindMissingPeople findMissing,
      InstantSource clock) {
    this.admission = admission;
    this.handsOver = handsOver;
    this.findMissing = findMissing;
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
              + " statement about one person. People who are not in the file stay as they are, unless"
              + " complete=true: then those whom an earlier roster had are no longer in the roster.")
  @APIResponse(responseCode = "200", description = "What became of every line")
  @APIResponse(responseCode = "400", description = "The header or the whole file is wrong")
  @APIResponse(
      responseCode = "409",
      description = "A complete roster lacks too many people at once; nothing of it was taken")
  public RosterAnswer take(
      byte[] body,
      @QueryParam("asOf") Optional<String> asOf,
      @Parameter(description = "Whether everybody who is employed is in the file")
          @QueryParam("complete")
          boolean complete,
      @Parameter(description = "How many may be missing though it is more than usual")
          @QueryParam("missing")
          @DefaultValue("0")
          int confirmed,
      @HeaderParam("traceparent") Optional<String> trace) {
    Instant now = clock.instant();
    Upload upload =
        new Upload(
            UUID.randomUUID().toString(),
            asOf.map(PeopleResource::moment).orElse(now),
            new Cause(Optional.empty(), trace));
    LinesAnswer.Tally tally = new LinesAnswer.Tally();
    List<Envelope<HolderReported>> people = new ArrayList<>();
    for (RosterLine line : roster(body)) {
      switch (line) {
        case RosterLine.Wrong wrong ->
            tally.reject(new LinesAnswer.Rejected(wrong.line(), wrong.field(), wrong.reason()));
        case RosterLine.Person person -> {
          Optional<String> refusal = admission.refusal(person.report(), upload.asOf(), now);
          if (refusal.isPresent()) {
            tally.reject(LinesAnswer.Rejected.because(person.line(), refusal.get()));
          } else {
            tally.accept();
            people.add(upload.says(person.line(), person.report()));
          }
        }
      }
    }
    RosterAnswer.Missing missing = RosterAnswer.Missing.NOT_ASKED;
    if (complete && tally.rejectedAny()) {
      missing = RosterAnswer.Missing.NOT_JUDGED;
    } else if (complete) {
      List<HolderReported> absent = absent(people, upload.asOf(), confirmed);
      missing = RosterAnswer.Missing.of(absent.size());
      absent.forEach(report -> people.add(upload.says(MISSING_FROM + people.size(), report)));
    }
    Broker.handOver(handsOver, people);
    return RosterAnswer.of(tally.answer(), missing);
  }

  private List<HolderReported> absent(
      List<Envelope<HolderReported>> people, Instant asOf, int confirmed) {
    List<HolderReported> named = people.stream().map(Envelope::event).toList();
    return switch (findMissing.absence(named, asOf, confirmed)) {
      case Absence.Missing missing -> missing.reports();
      case Absence.Incredible incredible ->
          throw Problems.conflict(
              ("%1$d of %2$d people of earlier rosters are not in this one. Nothing of it was taken."
                      + " If they are gone indeed, send it again with missing=%1$d.")
                  .formatted(incredible.missing(), incredible.known()));
    };
  }

  /** One file that was sent. */
  private record Upload(String id, Instant asOf, Cause cause) {

    /** Ids are in the order of lines, so that of two lines about one person the later one holds. */
    Envelope<HolderReported> says(int line, HolderReported report) {
      return new Envelope<>("%s-%08d".formatted(id, line), SOURCE, asOf, cause, report);
    }
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
