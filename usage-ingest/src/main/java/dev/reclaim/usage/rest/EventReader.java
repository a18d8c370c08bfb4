package dev.reclaim.usage.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.events.InboxEvent;
import dev.reclaim.events.InboxEvent.SourceRecord;
import dev.reclaim.messaging.CloudEvents;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.EventCodec;
import dev.reclaim.messaging.Unreadable;
import dev.reclaim.usage.Admission;
import dev.reclaim.usage.HandsOver;
import dev.reclaim.usage.VendorRecord;
import dev.reclaim.usage.VendorSources;
import dev.reclaim.usage.Verdict;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads one CloudEvent in JSON, and refuses at the door what could only become a dead letter. */
@ApplicationScoped
public class EventReader {

  private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");

  private final JsonFormat format = new JsonFormat();
  private final Admission admission;
  private final VendorSources vendors;
  private final HandsOver handsOver;
  private final InstantSource clock;
  private final int largestEvent;

  EventReader(
      Admission admission,
      VendorSources vendors,
      HandsOver handsOver,
      InstantSource clock,
      @ConfigProperty(name = "reclaim.usage.largest-event") int largestEvent) {
    this.admission = admission;
    this.vendors = vendors;
    this.handsOver = handsOver;
    this.clock = clock;
    this.largestEvent = largestEvent;
  }

  /**
   * Reads one event in the structured form.
   *
   * @param trace the W3C trace context of the request, for an event that has none of its own
   */
  Reading read(JsonNode node, Optional<String> trace) {
    Optional<String> id = Optional.of(node.path("id").asText()).filter(text -> !text.isBlank());
    Optional<String> refusal = attributes(node);
    if (refusal.isPresent()) {
      return Reading.Refused.because(id, refusal.get());
    }
    try {
      return judge(CloudEvents.read(complete(node, trace)));
    } catch (Unreadable e) {
      return Reading.Refused.because(id, e.getMessage());
    } catch (EventDeserializationException | CloudEventRWException | IllegalArgumentException e) {
      return new Reading.Refused(id, "event", "is no CloudEvent 1.0: " + e.getMessage());
    }
  }

  private Reading judge(Envelope<?> envelope) {
    Optional<String> id = Optional.of(envelope.id());
    if (!(envelope.event() instanceof InboxEvent event)) {
      return new Reading.Refused(
          id, "type", "is said by Reclaim itself and not taken from outside");
    }
    if (handsOver.sizeOf(event) > largestEvent) {
      return new Reading.TooLarge(id, largestEvent);
    }
    return admission
        .refusal(event, envelope.time(), clock.instant())
        .or(() -> vendorsRefusal(event))
        .<Reading>map(reason -> Reading.Refused.because(id, reason))
        .orElseGet(
            () ->
                new Reading.Sound(
                    new Envelope<>(
                        envelope.id(),
                        envelope.source(),
                        envelope.time(),
                        envelope.cause(),
                        event)));
  }

  private Optional<String> vendorsRefusal(InboxEvent event) {
    if (!(event instanceof SourceRecord vendors)) {
      return Optional.empty();
    }
    return this.vendors
        .named(vendors.source().value())
        .map(
            source ->
                switch (source.judge(new VendorRecord(vendors.content()))) {
                  case Verdict.Broken broken ->
                      Optional.of("content." + broken.field() + ": " + broken.reason());
                  case Verdict.Usage found ->
                      admission.refusal(found.usage(), found.usage().at(), clock.instant());
                  case Verdict.NotUsage _ -> Optional.<String>empty();
                })
        .orElseGet(
            () ->
                Optional.of(
                    "source: '%s' is not known; known are %s"
                        .formatted(vendors.source(), this.vendors.names())));
  }

  private static Optional<String> attributes(JsonNode node) {
    if (!node.isObject()) {
      return Optional.of("event: is not a JSON object");
    }
    for (String name : REQUIRED) {
      if (!node.path(name).isTextual() || node.path(name).asText().isBlank()) {
        return Optional.of(name + ": is missing, or not a text");
      }
    }
    if (!node.path("specversion").asText().equals("1.0")) {
      return Optional.of("specversion: must be 1.0");
    }
    return node.hasNonNull("time") ? time(node.path("time").asText()) : Optional.empty();
  }

  private static Optional<String> time(String text) {
    try {
      OffsetDateTime.parse(text);
      return Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.of("time: is not a point in time such as 2026-01-31T12:00:00Z");
    }
  }

  private CloudEvent complete(JsonNode node, Optional<String> trace) {
    CloudEvent event = format.deserialize(bytes(node));
    CloudEventBuilder builder = CloudEventBuilder.v1(event);
    if (event.getTime() == null) {
      builder.withTime(clock.instant().atOffset(ZoneOffset.UTC));
    }
    if (event.getExtension("traceparent") == null) {
      trace.ifPresent(context -> builder.withExtension("traceparent", context));
    }
    return builder.build();
  }

  private static byte[] bytes(JsonNode node) {
    try {
      return EventCodec.json().writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON that was read and cannot be written", e);
    }
  }
}
