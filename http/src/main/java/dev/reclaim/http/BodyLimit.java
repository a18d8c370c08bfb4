package dev.reclaim.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that is too large, as a problem; the framework's own answer has no words. One that
 * says its length is refused before it is sent, one that does not as soon as it grows too large.
 */
@ApplicationScoped
public class BodyLimit {

  private static final int BEFORE_BODIES_ARE_READ = 900;

  private final long most;
  private final BodyHandler counts;

  BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
    this.most = most.asLongValue();
    this.counts = BodyHandler.create(false).setBodyLimit(this.most);
  }

  void install(@Observes Filters filters) {
    filters.register(this::check, BEFORE_BODIES_ARE_READ);
  }

  private void check(RoutingContext context) {
    if (lengthOf(context.request().getHeader("Content-Length")) > most) {
      refuse(context);
    } else if (context.request().getHeader("Transfer-Encoding") != null) {
      counts.handle(context);
    } else {
      context.next();
    }
  }

  /** Over HTTP/1 the rest of the body would still come, so the connection ends with the answer. */
  static void refuse(RoutingContext context) {
    if (context.request().version() != HttpVersion.HTTP_2) {
      context.response().putHeader("Connection", "close");
      context.response().endHandler(_ -> context.request().connection().close());
    }
    ErrorsAsProblems.bodyTooLarge(context);
  }

  /** What cannot be read as a number is left to those who read the body. */
  static long lengthOf(String header) {
    try {
      return header == null ? 0 : Long.parseLong(header.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
