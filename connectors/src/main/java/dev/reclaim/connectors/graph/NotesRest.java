package dev.reclaim.connectors.graph;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Remembers for how long Graph asks to be left alone: by {@code Retry-After}, and by {@code
 * x-ms-throttle-limit-percentage}, which it sends from 0.8 of a limit on.
 */
final class NotesRest implements Interceptor {

  private static final Duration WHEN_NEARLY_FULL = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final AtomicReference<Instant> until = new AtomicReference<>(Instant.MIN);

  NotesRest(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.header("x-ms-throttle-limit-percentage") != null) {
      note(WHEN_NEARLY_FULL);
    }
    String retryAfter = response.header("Retry-After");
    if (retryAfter != null) {
      note(RetryAfter.read(retryAfter));
    }
    return response;
  }

  void note(Duration rest) {
    Instant end = clock.instant().plus(rest);
    until.accumulateAndGet(end, (one, other) -> one.isAfter(other) ? one : other);
  }

  Duration left() {
    Instant end = until.get();
    Instant now = clock.instant();
    return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
  }
}
