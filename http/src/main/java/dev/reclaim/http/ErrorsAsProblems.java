package dev.reclaim.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Words the errors that arise before a request reaches a resource. */
@ApplicationScoped
public class ErrorsAsProblems {

  /** Before the framework's own answer, which has no words. */
  private static final int EARLY = -800;

  void install(@Observes Router router) {
    router.route().order(EARLY).failureHandler(ErrorsAsProblems::wordsForTooLarge);
    router.errorHandler(
        415, context -> answer(context, 415, "media-type", "This Content-Type is not taken here"));
    router.errorHandler(
        400, context -> answer(context, 400, "bad-request", "The request is not valid HTTP"));
  }

  private static void wordsForTooLarge(RoutingContext context) {
    if (context.statusCode() == 413) {
      BodyLimit.refuse(context);
    } else {
      context.next();
    }
  }

  static void bodyTooLarge(RoutingContext context) {
    answer(
        context,
        413,
        "body-too-large",
        "The body is larger than this service takes; send it in smaller parts");
  }

  private static void answer(RoutingContext context, int status, String type, String detail) {
    if (context.response().ended()) {
      return;
    }
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .end(
            "{\"type\":\"https://reclaim.dev/problems/%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(type, status, detail));
  }
}
