package dev.reclaim.usage.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.events.InboxEvent;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.usage.HandsOver;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Takes CloudEvents from anyone who may deliver them. */
@Path("/events")
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {

  private final EventReader reader;
  private final HandsOver handsOver;

  EventsResource(EventReader reader, HandsOver handsOver) {
    this.reader = reader;
    this.handsOver = handsOver;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Roles.FEED, Roles.ADMIN})
  @Operation(
      summary = "Deliver CloudEvents 1.0: binary, structured or batch",
      description =
          "reclaim.usage.v1, reclaim.holder.v1, reclaim.seat.v1 and reclaim.source-record.v1. An"
              + " event sent again with the same source and id changes nothing.")
  @APIResponse(responseCode = "202", description = "The broker has what was accepted")
  @APIResponse(responseCode = "400", description = "Nothing was accepted; the field is named")
  @APIResponse(responseCode = "413", description = "The body is too large")
  @APIResponse(responseCode = "503", description = "The broker did not answer; send it again")
  public Response take(byte[] body, @Context HttpHeaders headers) {
    Optional<String> trace = Optional.ofNullable(headers.getHeaderString("traceparent"));
    if (EventBody.isBinary(headers)) {
      return one(EventBody.binary(body, headers), trace);
    }
    return switch (EventBody.typeOf(headers)) {
      case EventBody.STRUCTURED -> one(EventBody.json("body", body), trace);
      case EventBody.BATCH -> batch(EventBody.json("body", body), trace);
      case String other ->
          throw Problems.badField(
              "Content-Type",
              "is '%s'; send %s, %s, or the ce- headers of the binary mode"
                  .formatted(other, EventBody.STRUCTURED, EventBody.BATCH));
    };
  }

  private Response one(JsonNode event, Optional<String> trace) {
    return switch (reader.read(event, trace)) {
      case Reading.Sound sound -> accept(List.of(sound.envelope()), List.of());
      case Reading.TooLarge large ->
          throw Problems.problem(
              "body-too-large",
              "Too large",
              Response.Status.REQUEST_ENTITY_TOO_LARGE,
              large.refused().reason(),
              Map.of("field", large.refused().field()));
      case Reading.Refused refused -> throw Problems.badField(refused.field(), refused.reason());
    };
  }

  private Response batch(JsonNode events, Optional<String> trace) {
    if (!events.isArray() || events.isEmpty()) {
      throw Problems.badField("body", "is not a JSON array with at least one event");
    }
    List<Envelope<InboxEvent>> sound = new ArrayList<>();
    List<EventsAnswer.Rejected> rejected = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      switch (reader.read(events.get(i), trace)) {
        case Reading.Sound good -> sound.add(good.envelope());
        case Reading.TooLarge large -> rejected.add(rejection(i, large.refused()));
        case Reading.Refused bad -> rejected.add(rejection(i, bad));
      }
    }
    if (sound.isEmpty()) {
      throw Problems.problem(
          "no-event-accepted",
          "No event was accepted",
          Response.Status.BAD_REQUEST,
          "Every event of the batch was refused; see rejected",
          EventBody.refusals(new EventsAnswer(0, rejected)));
    }
    return accept(sound, rejected);
  }

  private static EventsAnswer.Rejected rejection(int index, Reading.Refused bad) {
    return new EventsAnswer.Rejected(index, bad.id(), bad.field(), bad.reason());
  }

  private Response accept(List<Envelope<InboxEvent>> events, List<EventsAnswer.Rejected> rejected) {
    Broker.handOver(handsOver, events);
    return Response.accepted(new EventsAnswer(events.size(), rejected)).build();
  }
}
