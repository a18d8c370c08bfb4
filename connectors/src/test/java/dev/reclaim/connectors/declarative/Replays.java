package dev.reclaim.connectors.declarative;

import dev.reclaim.outgoing.Call;
import dev.reclaim.outgoing.Reply;
import dev.reclaim.outgoing.Sends;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Gives the answers of an example, in its order, to exactly the requests that it expects. */
final class Replays implements Sends {

  private final Deque<Example.Exchanged> expected;
  private final Connection connection;

  Replays(Example example, Connection connection) {
    this.expected = new ArrayDeque<>(example.exchanges());
    this.connection = connection;
  }

  @Override
  public Reply send(Call call) {
    String sent = call.method() + " " + shortened(call.address().toString());
    Example.Exchanged next = expected.pollFirst();
    if (next == null || !next.request().equals(sent)) {
      throw new AssertionError(
          "expected %s, sent %s".formatted(next == null ? "nothing" : next.request(), sent));
    }
    if (next.sent().isPresent() && !next.sent().get().equals(Bodies.read(call.body().orElse("")))) {
      throw new AssertionError(
          "expected the body %s, sent %s".formatted(next.sent().get(), call.body().orElse("none")));
    }
    return new Reply.Answered(
        next.status(),
        next.headers().entrySet().stream()
            .collect(
                Collectors.toMap(
                    header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue)),
        next.body());
  }

  /** Without the address, if it is the file's first. */
  private String shortened(String address) {
    String first = connection.addresses().values().iterator().next().toString();
    return address.startsWith(first) ? address.substring(first.length()) : address;
  }

  void mustBeOver() {
    if (!expected.isEmpty()) {
      throw new AssertionError("not sent: " + expected.getFirst().request());
    }
  }
}
