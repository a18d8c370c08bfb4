package dev.reclaim.usage.rest;

import dev.reclaim.events.InboxEvent;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Transactions;
import dev.reclaim.usage.Admission;
import dev.reclaim.usage.HandsOver;
import dev.reclaim.usage.KeepsSources;
import dev.reclaim.usage.SourceOverview;
import dev.reclaim.usage.TellsSources;
import dev.reclaim.usage.VendorRecord;
import dev.reclaim.usage.VendorSource;
import dev.reclaim.usage.VendorSources;
import dev.reclaim.usage.Verdict;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Takes vendors' own records, and tells how all sources stand. */
@Path("/sources")
@Produces(MediaType.APPLICATION_JSON)
public class SourcesResource {

  private final VendorSources vendors;
  private final Admission admission;
  private final HandsOver handsOver;
  private final KeepsSources kept;
  private final TellsSources tells;
  private final Transactions transactions;
  private final InstantSource clock;

  SourcesResource(
      VendorSources vendors,
      Admission admission,
      HandsOver handsOver,
      KeepsSources kept,
      TellsSources tells,
      Transactions transactions,
      InstantSource clock) {
    this.vendors = vendors;
    this.admission = admission;
    this.handsOver = handsOver;
    this.kept = kept;
    this.tells = tells;
    this.transactions = transactions;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({Roles.OPERATOR, Roles.ADMIN, Roles.AUDITOR, Roles.FEED})
  @Operation(
      summary = "How every source stands, and what waits for a name to become known",
      description = "Unknown is not unused: without coverage, nothing is asked or removed.")
  public SourceOverview overview() {
    return tells.overview();
  }

  @POST
  @Path("{source}")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Roles.FEED, Roles.ADMIN})
  @Operation(
      summary = "Deliver a vendor's own records: one JSON object a line, or a JSON array",
      description =
          "Every line is accepted, ignored with a reason, or rejected with a reason; the numbers add"
              + " up to the lines sent. Blank lines are no lines. In a JSON array, line is the"
              + " element's place. A record sent again counts once.")
  @APIResponse(responseCode = "200", description = "What became of every line")
  @APIResponse(responseCode = "400", description = "Nothing could be read")
  @APIResponse(responseCode = "404", description = "Nobody here understands this source")
  public LinesAnswer take(
      @PathParam("source") String name,
      byte[] body,
      @HeaderParam("traceparent") Optional<String> trace) {
    VendorSource source = vendors.named(name).orElseThrow(() -> unknown(name));
    Cause cause = new Cause(Optional.empty(), trace);
    LinesAnswer.Tally tally = new LinesAnswer.Tally();
    List<Envelope<? extends InboxEvent>> usage = new ArrayList<>();
    try {
      RecordLines.read(
          body,
          (line, outcome) -> {
            switch (outcome) {
              case RecordLines.Outcome.Broken broken ->
                  tally.reject(LinesAnswer.Rejected.because(line, broken.message()));
              case RecordLines.Outcome.Found found ->
                  judge(source, line, found.entry(), cause, tally).ifPresent(usage::add);
            }
          });
    } catch (IllegalArgumentException e) {
      throw Problems.badField(e.getMessage());
    }
    Broker.handOver(handsOver, usage);
    transactions.run(() -> kept.ignored(name, tally.ignored()));
    return tally.answer();
  }

  private Optional<Envelope<InboxEvent>> judge(
      VendorSource source, int line, VendorRecord entry, Cause cause, LinesAnswer.Tally tally) {
    switch (source.judge(entry)) {
      case Verdict.NotUsage no -> tally.ignore(no.reason());
      case Verdict.Broken broken ->
          tally.reject(new LinesAnswer.Rejected(line, broken.field(), broken.reason()));
      case Verdict.Usage found -> {
        Instant at = found.usage().at();
        Optional<String> refusal = admission.refusal(found.usage(), at, clock.instant());
        if (refusal.isEmpty()) {
          tally.accept();
          return Optional.of(
              new Envelope<>(found.recordId(), source.name().value(), at, cause, found.usage()));
        }
        tally.reject(LinesAnswer.Rejected.because(line, refusal.get()));
      }
    }
    return Optional.empty();
  }

  private RuntimeException unknown(String name) {
    return Problems.problem(
        "unknown-source",
        "Nobody here understands this source",
        Response.Status.NOT_FOUND,
        "'%s' is not a source; known are %s".formatted(name, vendors.names()),
        Map.of("field", "source", "known", vendors.names()));
  }
}
