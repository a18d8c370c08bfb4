package dev.reclaim.sandbox.graph;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Lets a request through limits, rights and faults, and answers it. */
final class Answers {

  private final Throttle throttle;
  private final Logins logins;
  private final Faults faults;
  private final Effects effects;
  private final Pages pages;
  private final Duration lag;

  private final Tenant tenant;
  private Tenant before;
  private long changedAt;

  /**
   * Answers for one tenant.
   *
   * @param lag for how long after a change reads still show what was before
   */
  Answers(
      Tenant tenant,
      Throttle throttle,
      Logins logins,
      Faults faults,
      Effects effects,
      Duration lag) {
    this.tenant = tenant;
    this.throttle = throttle;
    this.logins = logins;
    this.faults = faults;
    this.effects = effects;
    this.pages = new Pages(SandboxGraph.LARGEST_PAGE);
    this.lag = lag;
    this.before = tenant;
  }

  /** What goes back; empty if the connection is to be closed without an answer. */
  Optional<Reply> answer(Request request) {
    faults.take(Fault.Kind.SLOW).ifPresent(fault -> pause(fault.lasting()));
    Optional<Set<String>> permissions = logins.permissions(request.bearer());
    if (permissions.isEmpty()) {
      return Optional.of(
          Reply.error(401, "InvalidAuthenticationToken", "Access token is empty or invalid."));
    }
    if (request.is("POST", "$batch")) {
      return new Batch(part -> one(part, permissions.get())).answer(request);
    }
    return one(request, permissions.get());
  }

  private Optional<Reply> one(Request request, Set<String> permissions) {
    if (!Changes.isOne(request)) {
      Optional<Fault> fault = faults.take(Fault.Kind.THROTTLE_READS);
      return Optional.of(
          fault.isPresent()
              ? Reply.throttled(fault.get().lasting().toSeconds())
              : throttle.mark(read(request, permissions)));
    }
    Optional<Fault> fault = faults.take(Fault.Kind.THROTTLE);
    if (fault.isPresent() || !throttle.pass()) {
      return Optional.of(
          throttle.mark(
              Reply.throttled(
                  throttle.secondsLeft(fault.map(f -> f.lasting().toSeconds()).orElse(1L)))));
    }
    if (faults.take(Fault.Kind.BROKEN).isPresent()) {
      return Optional.of(Reply.error(503, "ServiceUnavailable", "The service is unavailable."));
    }
    if (faults.take(Fault.Kind.LIE).isPresent()) {
      return Optional.of(lie(request));
    }
    Reply reply = change(request, permissions);
    return faults.take(Fault.Kind.DROP_ANSWER).isPresent()
        ? Optional.empty()
        : Optional.of(throttle.mark(reply));
  }

  private synchronized Reply read(Request request, Set<String> permissions) {
    if (!Rights.permit(request, permissions)) {
      return Reply.denied();
    }
    Tenant shown = System.nanoTime() - changedAt < lag.toNanos() ? before : tenant;
    return new Users(shown, pages)
        .answer(request)
        .or(() -> new Groups(shown, pages).answer(request))
        .or(() -> new Apps(shown, pages).answer(request))
        .orElseGet(
            () ->
                Reply.bad(
                    "Resource not found for the segment '%s'."
                        .formatted(request.path().getLast())));
  }

  private synchronized Reply change(Request request, Set<String> permissions) {
    if (!Rights.permit(request, permissions)) {
      return Reply.denied();
    }
    Tenant earlier = lag.isZero() ? tenant : tenant.copy();
    Reply reply = new Changes(tenant, effects).make(request);
    if (reply.status() < 300) {
      before = earlier;
      changedAt = System.nanoTime();
    }
    return reply;
  }

  private static Reply lie(Request request) {
    return request.at().endsWith("revokeSignInSessions") || request.at().endsWith("assignLicense")
        ? Reply.ok(Json.object().put("value", true))
        : Reply.nothing();
  }

  private static void pause(Duration lasting) {
    try {
      Thread.sleep(lasting);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
