package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.connectors.http.Call;
import dev.reclaim.connectors.http.Sends;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Sends the requests of a file, and understands the answers. */
final class Talks implements AutoCloseable {

  private final VendorFile file;
  private final Sends http;
  private final Writes writes;
  private final Rest rest;
  private final Judges judges;
  private final SignsIn signsIn;
  private final Connection connection;
  private final InstantSource clock;

  Talks(VendorFile file, Connection connection, Sends http, InstantSource clock) {
    this.file = file;
    this.connection = connection;
    this.clock = clock;
    this.http = http;
    this.writes = new Writes(file, connection);
    this.rest = new Rest(clock);
    this.judges = new Judges(file, connection, new Waits(file.talk().limits(), clock), rest);
    this.signsIn = new SignsIn(file, connection, http, judges, clock);
  }

  VendorFile file() {
    return file;
  }

  Instant now() {
    return clock.instant();
  }

  /** How long the vendor wants to be left alone from now on; zero for not at all. */
  Duration rest() {
    return rest.left();
  }

  /** What every flow knows from the start. */
  Scope start() {
    return Scope.empty().with("setting", connection.settings());
  }

  /**
   * Reads: one answer, or all items of all pages. A session that is over is begun anew once.
   *
   * @return empty if what was asked for is not there
   * @throws Ended if there is no usable answer
   */
  Optional<JsonNode> read(String request, Scope scope) {
    Ask ask = file.request(request);
    return ask.items().isPresent()
        ? new ReadsPages(this, ask).all(scope)
        : page(ask, scope, Optional.empty())
            .map(page -> page.value("answer").at(ask.outcomes().part()));
  }

  /**
   * Changes something, once.
   *
   * @return false if the vendor says that it is not there
   * @throws Ended if it was not done, or may not have been
   */
  boolean change(String request, Scope scope) {
    Ask ask = file.request(request);
    return switch (send(ask, scope, Optional.empty())) {
      case Judges.Verdict.Fine _ -> true;
      case Judges.Verdict.NotThere() -> false;
      case Judges.Verdict.SessionOver() -> {
        signsIn.forget();
        throw new Ended(
            new Ending.Later(
                Duration.ofSeconds(1), "the session with " + file.title() + " is over"));
      }
      case Judges.Verdict.Ends(Ending ending) -> throw new Ended(ending);
    };
  }

  /** One page, as a scope that knows {@code answer} and {@code headers}. */
  Optional<Scope> page(Ask ask, Scope scope, Optional<URI> at) {
    return switch (send(ask, scope, at)) {
      case Judges.Verdict.Fine(Scope answered) -> Optional.of(answered);
      case Judges.Verdict.NotThere() -> Optional.empty();
      case Judges.Verdict.SessionOver() -> {
        signsIn.forget();
        yield switch (send(ask, scope, at)) {
          case Judges.Verdict.Fine(Scope answered) -> Optional.of(answered);
          case Judges.Verdict.NotThere() -> Optional.empty();
          case Judges.Verdict.SessionOver() -> throw new Ended(judges.noSignIn());
          case Judges.Verdict.Ends(Ending ending) -> throw new Ended(ending);
        };
      }
      case Judges.Verdict.Ends(Ending ending) -> throw new Ended(ending);
    };
  }

  URI address(Ask ask, Scope scope) {
    return filled(() -> writes.address(ask, signsIn.into(scope).scope()));
  }

  /** An address that the vendor gave for the next page. */
  URI given(Ask ask, String link) {
    return filled(() -> connection.addresses().get(ask.shape().address()).given(link));
  }

  private Judges.Verdict send(Ask ask, Scope scope, Optional<URI> at) {
    return filled(
        () -> {
          SignsIn.SignedIn signedIn = signsIn.into(scope);
          URI address = at.orElseGet(() -> writes.address(ask, signedIn.scope()));
          Call call = writes.call(ask, address, signedIn.scope(), signedIn.headers());
          return judges.judge(ask, signedIn.scope(), http.send(call));
        });
  }

  /** A value that is missing, or leads elsewhere, stops a request before it is sent. */
  private <T> T filled(Supplier<T> work) {
    try {
      return work.get();
    } catch (Template.Unfilled | IllegalArgumentException e) {
      throw new Ended(
          new Ending.Failed(
              "nothing was sent to %s: %s".formatted(file.title(), e.getMessage()),
              "Correct the connection's settings, or report it."));
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
