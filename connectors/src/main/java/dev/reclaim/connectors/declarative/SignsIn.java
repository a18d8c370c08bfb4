package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.connectors.http.Call;
import dev.reclaim.connectors.http.Sends;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Says who calls: with a fixed secret, or with a session that is got first and kept while it lives.
 */
final class SignsIn {

  /** A session is given up a little before it ends. */
  private static final Duration EARLY = Duration.ofSeconds(30);

  private final VendorFile file;
  private final Connection connection;
  private final Sends http;
  private final Judges judges;
  private final InstantSource clock;
  private final ReentrantLock one = new ReentrantLock();
  private Session session;

  /** What the vendor gave, and until when it holds. */
  private record Session(JsonNode value, Instant until) {}

  SignsIn(VendorFile file, Connection connection, Sends http, Judges judges, InstantSource clock) {
    this.file = file;
    this.connection = connection;
    this.http = http;
    this.judges = judges;
    this.clock = clock;
  }

  /** The headers that go with every request, and the scope with {@code session} in it. */
  record SignedIn(Map<String, String> headers, Scope scope) {}

  SignedIn into(Scope scope) {
    Scope secret = scope.with("secret", connection.secrets());
    Scope open = scope;
    if (connection.signIn().exchange().isPresent()) {
      JsonNode value = session(connection.signIn().exchange().get(), secret);
      secret = secret.with("session", value);
      open = open.with("session", value);
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, Template> header : connection.signIn().headers().entrySet()) {
      headers.put(header.getKey(), header.getValue().fill(secret));
    }
    if (connection.signIn().basic().isPresent()) {
      headers.put("Authorization", Writes.basic(connection.signIn().basic().get(), secret));
    }
    return new SignedIn(headers, open);
  }

  /** The vendor says that the session is over. */
  void forget() {
    one.lock();
    try {
      session = null;
    } finally {
      one.unlock();
    }
  }

  private JsonNode session(SignIn.Exchange exchange, Scope scope) {
    one.lock();
    try {
      if (session == null || !clock.instant().isBefore(session.until())) {
        session = begin(exchange, scope);
      }
      return session.value();
    } finally {
      one.unlock();
    }
  }

  private Session begin(SignIn.Exchange exchange, Scope scope) {
    Ask ask = file.request(exchange.request());
    Scope known =
        exchange
            .jwt()
            .map(jwt -> scope.with("jwt", Jwts.sign(jwt, scope, clock.instant())))
            .orElse(scope);
    Writes writes = new Writes(file, connection);
    Call call = writes.call(ask, writes.address(ask, known), known, Map.of());
    return switch (judges.judge(ask, scope, http.send(call))) {
      case Judges.Verdict.Fine(Scope answered) -> {
        Duration lives = lives(exchange, answered);
        yield new Session(answered.value("answer"), clock.instant().plus(lives).minus(EARLY));
      }
      case Judges.Verdict.Ends(Ending ending) -> throw new Ended(ending);
      case Judges.Verdict.NotThere _, Judges.Verdict.SessionOver _ ->
          throw new Ended(judges.noSignIn());
    };
  }

  private static Duration lives(SignIn.Exchange exchange, Scope answered) {
    return exchange
        .lives()
        .flatMap(Template::lone)
        .map(lookup -> lookup.in(answered).asLong(0))
        .filter(seconds -> seconds > 0)
        .map(Duration::ofSeconds)
        .or(() -> Optional.of(exchange.otherwise()))
        .orElseThrow();
  }
}
