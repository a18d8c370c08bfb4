package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a list to its end. There is no partial list: it is all, or the flow ends. */
final class ReadsPages {

  private static final int MOST_PAGES = 10_000;
  private static final Pattern NEXT =
      Pattern.compile("<([^>]+)>[^,<]*;\\s*rel=\"?next\"?", Pattern.CASE_INSENSITIVE);

  private final Talks talks;
  private final Ask ask;

  ReadsPages(Talks talks, Ask ask) {
    this.talks = talks;
    this.ask = ask;
  }

  /** Which page comes next. */
  private record Turn(Ask ask, Scope scope, URI address) {}

  Optional<JsonNode> all(Scope scope) {
    ArrayNode items = Bodies.JSON.createArrayNode();
    Set<String> seen = new HashSet<>();
    Optional<Turn> turn = Optional.of(first(scope));
    for (int page = 1; turn.isPresent(); page++) {
      Turn now = turn.get();
      if (page > MOST_PAGES || !seen.add(now.address() + " " + now.scope().value("cursor"))) {
        throw new Ended(
            new Ending.Failed(
                talks.file().title() + " sends the same page again and again",
                "Report it to the vendor."));
      }
      Optional<Scope> answered = talks.page(now.ask(), now.scope(), Optional.of(now.address()));
      if (answered.isEmpty()) {
        return Optional.empty();
      }
      JsonNode rows = answered.get().value("answer").at(ask.items().orElseThrow());
      rows.forEach(items::add);
      turn = next(scope, answered.get(), rows.size(), items.size(), page);
    }
    return Optional.of(items);
  }

  private Turn first(Scope scope) {
    URI address = talks.address(ask, scope);
    return new Turn(ask, scope, ask.paging().map(paging -> first(paging, address)).orElse(address));
  }

  private static URI first(Paging paging, URI address) {
    return switch (paging) {
      case Paging.Numbered(String parameter, int first, int _) -> with(address, parameter, first);
      case Paging.Counted(String parameter, int first, Optional<JsonPointer> _) ->
          with(address, parameter, first);
      case Paging.LinkHeader _,
          Paging.LinkInBody _,
          Paging.CursorInQuery _,
          Paging.CursorInRequest _ ->
          address;
    };
  }

  private Optional<Turn> next(Scope scope, Scope answered, int received, int total, int page) {
    JsonNode body = answered.value("answer");
    return ask.paging()
        .flatMap(
            paging ->
                switch (paging) {
                  case Paging.LinkHeader() ->
                      link(answered.value("headers").path("link").asText(""))
                          .map(link -> new Turn(ask, scope, talks.given(ask, link)));
                  case Paging.LinkInBody(JsonPointer at) ->
                      text(body.at(at)).map(link -> new Turn(ask, scope, talks.given(ask, link)));
                  case Paging.Numbered(String parameter, int first, int size) ->
                      received < size
                          ? Optional.empty()
                          : Optional.of(
                              new Turn(
                                  ask,
                                  scope,
                                  with(talks.address(ask, scope), parameter, first + page)));
                  case Paging.Counted(String parameter, int first, Optional<JsonPointer> sum) ->
                      received == 0 || sum.map(at -> isAll(body.at(at), total)).orElse(false)
                          ? Optional.empty()
                          : Optional.of(
                              new Turn(
                                  ask,
                                  scope,
                                  with(talks.address(ask, scope), parameter, first + total)));
                  case Paging.CursorInQuery(JsonPointer at, String parameter, boolean emptyEnds) ->
                      emptyEnds && received == 0
                          ? Optional.empty()
                          : text(body.at(at))
                              .map(
                                  cursor ->
                                      new Turn(
                                          ask,
                                          scope,
                                          with(talks.address(ask, scope), parameter, cursor)));
                  case Paging.CursorInRequest(
                          JsonPointer at,
                          String request,
                          Optional<JsonPointer> more) ->
                      more.map(flag -> !body.at(flag).asBoolean()).orElse(false)
                          ? Optional.empty()
                          : text(body.at(at)).map(cursor -> turn(request, scope, cursor));
                });
  }

  private Turn turn(String request, Scope scope, String cursor) {
    Ask other = talks.file().request(request);
    Scope known = scope.with("cursor", cursor);
    return new Turn(other, known, talks.address(other, known));
  }

  /** Who does not say how many there are is asked until nothing comes. */
  private static boolean isAll(JsonNode sum, int received) {
    return sum.isValueNode() && sum.asInt(Integer.MAX_VALUE) <= received;
  }

  private static Optional<String> link(String header) {
    Matcher matcher = NEXT.matcher(header);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.of(node.asText("")).filter(text -> !text.isEmpty() && !node.isNull());
  }

  private static URI with(URI address, String parameter, Object value) {
    String separator = address.getRawQuery() == null ? "?" : "&";
    return URI.create(
        address + separator + Encodes.query(parameter) + "=" + Encodes.query(value.toString()));
  }
}
