package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** How GitHub answers: refusals, limits, pages with numbers. */
final class Github {

  private Github() {}

  static Reply error(int status, String message) {
    return Reply.json(
        status,
        Reply.object()
            .put("message", message)
            .put("documentation_url", "https://docs.github.com/rest")
            .put("status", "" + status));
  }

  /** The secondary limit: 403, and when to come back. */
  static Reply throttled() {
    return error(403, "You have exceeded a secondary rate limit.").with("Retry-After", "1");
  }

  /** The last call of the hour, which ends in forty seconds. */
  static Reply last(Reply reply) {
    return reply
        .with("x-ratelimit-remaining", "0")
        .with("x-ratelimit-reset", Long.toString(Instant.now().getEpochSecond() + 40));
  }

  /** Pages of two; whoever asks for a hundred gets them, too. */
  static List<Person> page(Request request, List<Person> all) {
    int size = Math.min(request.number("per_page", 30), 100);
    int from = Math.min((request.number("page", 1) - 1) * size, all.size());
    return all.subList(from, Math.min(from + size, all.size()));
  }

  static String login(Person person) {
    return person.id();
  }

  static ObjectNode user(Person person) {
    return Reply.object()
        .put("login", login(person))
        .put("id", Integer.parseInt(person.id().replaceAll("\\D", "")))
        .put("name", person.name());
  }

  static ArrayNode array(List<ObjectNode> items) {
    return items.stream().collect(Reply::array, ArrayNode::add, ArrayNode::addAll);
  }

  static String scopes(boolean all, String... scopes) {
    return all ? List.of(scopes).stream().collect(Collectors.joining(", ")) : "read:org";
  }
}
