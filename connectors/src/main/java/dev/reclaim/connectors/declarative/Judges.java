package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.connectors.http.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what a reply means: by the request's own table, then the file's; what is in none failed. */
final class Judges {

  private static final int LONGEST_QUOTE = 200;

  private final VendorFile file;
  private final Connection connection;
  private final Waits waits;
  private final Rest rest;

  Judges(VendorFile file, Connection connection, Waits waits, Rest rest) {
    this.file = file;
    this.connection = connection;
    this.waits = waits;
    this.rest = rest;
  }

  /** A reply, as far as it can be used. */
  sealed interface Verdict {

    /** As asked for; the scope knows it as {@code answer} and {@code headers}. */
    record Fine(Scope scope) implements Verdict {}

    record NotThere() implements Verdict {}

    record SessionOver() implements Verdict {}

    record Ends(Ending ending) implements Verdict {}
  }

  Verdict judge(Ask ask, Scope scope, Reply reply) {
    return switch (reply) {
      case Reply.Answered answered -> judge(ask, scope, answered);
      case Reply.Unreachable(String why) ->
          new Verdict.Ends(new Ending.Unreachable(waits.otherwise(), why));
      case Reply.Lost(String why) -> new Verdict.Ends(new Ending.Later(waits.otherwise(), why));
      case Reply.Forbidden(String why) ->
          new Verdict.Ends(
              new Ending.Failed(
                  "nothing was sent to %s: %s".formatted(file.title(), why),
                  "Correct the connection's settings."));
    };
  }

  private Verdict judge(Ask ask, Scope scope, Reply.Answered answered) {
    Scope known =
        scope
            .with("answer", Bodies.read(answered.body()))
            .with("headers", Bodies.headers(answered.headers()));
    return Stream.of(
            ask.outcomes().rows().stream(),
            Stream.of(ask.outcomes().fine()),
            file.talk().answers().stream())
        .flatMap(rows -> rows)
        .filter(row -> row.fits(answered.status(), known))
        .findFirst()
        .map(row -> verdict(ask, known, row.meaning(), answered.status()))
        .orElseGet(() -> unmapped(ask, known, answered.status()));
  }

  private Verdict verdict(Ask ask, Scope scope, Meaning meaning, int status) {
    return switch (meaning) {
      case Meaning.Fine() -> new Verdict.Fine(scope);
      case Meaning.NotThere() -> new Verdict.NotThere();
      case Meaning.SessionOver() -> new Verdict.SessionOver();
      case Meaning.Cannot(Template why, Template whatToDo) ->
          new Verdict.Ends(new Ending.Cannot(why.tell(scope), whatToDo.tell(scope)));
      case Meaning.NotNow(Optional<Duration> atLeast) -> {
        waits.ofEverybody(status, scope, atLeast).ifPresent(rest::note);
        yield new Verdict.Ends(
            new Ending.Later(
                waits.of(scope, atLeast),
                "%s answered %d: not now%s".formatted(file.title(), status, quote(scope))));
      }
      case Meaning.NoPermission() -> new Verdict.Ends(denied(ask, scope));
      case Meaning.NoSignIn() -> new Verdict.Ends(noSignIn());
      case Meaning.Refused(Template why, Template whatToDo) ->
          new Verdict.Ends(new Ending.Failed(why.tell(scope), whatToDo.tell(scope)));
    };
  }

  private Ending denied(Ask ask, Scope scope) {
    return new Ending.Denied(
        ask.does().tell(scope),
        ask.needs().map(needs -> needs.tell(scope)).orElse("the permission for it"));
  }

  Ending noSignIn() {
    return new Ending.NoSignIn(
        "%s refuses this connection's %s".formatted(file.title(), secrets()),
        "Correct %s of the connection.".formatted(secrets()));
  }

  private String secrets() {
    return String.join(" or ", connection.secretNames());
  }

  private Verdict unmapped(Ask ask, Scope scope, int status) {
    return new Verdict.Ends(
        new Ending.Failed(
            "could not %s: %s answered %d%s"
                .formatted(ask.does().tell(scope), file.title(), status, quote(scope)),
            "Look at it in %s, and do it by hand if it is right.".formatted(file.title())));
  }

  /** The vendor's own words, cut short and in one line. */
  private String quote(Scope scope) {
    return file.talk().says().stream()
        .map(lookup -> lookup.in(scope))
        .filter(JsonNode::isValueNode)
        .findFirst()
        .map(JsonNode::asText)
        .map(text -> text.replaceAll("\\p{Cntrl}+", " ").strip())
        .map(text -> text.substring(0, Math.min(text.length(), LONGEST_QUOTE)))
        .map(text -> ", \"" + text + "\"")
        .orElse("");
  }
}
