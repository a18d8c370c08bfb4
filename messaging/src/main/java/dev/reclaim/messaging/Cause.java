package dev.reclaim.messaging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Optional;

/**
 * What made somebody say something.
 *
 * @param eventId the event that it follows from
 * @param traceparent the W3C trace context that it belongs to
 */
public record Cause(Optional<String> eventId, Optional<String> traceparent) {

  public static final Cause NONE = new Cause(Optional.empty(), Optional.empty());

  /** The request that is being served right now, if it is traced. */
  public static Cause currentRequest() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid()
        ? new Cause(
            Optional.empty(),
            Optional.of(
                "00-%s-%s-%s"
                    .formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex())))
        : NONE;
  }
}
