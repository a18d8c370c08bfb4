package dev.reclaim.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The requests that came, without what signs them in. */
public final class Recorded {

  private static final List<String> HEADERS = List.of("accept", "content-type", "consistencylevel");

  private final List<ObjectNode> all = new ArrayList<>();

  private boolean stopped;

  /** Where a tenant is served for long, its requests are not kept. */
  synchronized void stop() {
    stopped = true;
  }

  synchronized void add(String host, Request request) {
    if (stopped) {
      return;
    }
    ObjectNode one =
        Json.object()
            .put("method", request.method())
            .put("path", "https://" + host + "/" + request.at());
    if (!request.query().isEmpty()) {
      ObjectNode query = one.putObject("query");
      new TreeMap<>(request.query()).forEach(query::put);
    }
    ObjectNode headers = one.putObject("headers");
    for (String header : HEADERS) {
      Optional.ofNullable(request.headers().get(header)).ifPresent(v -> headers.put(header, v));
    }
    JsonNode body = request.json();
    if (!body.isMissingNode()) {
      one.set("body", body);
    }
    all.add(one);
  }

  public synchronized List<ObjectNode> all() {
    return List.copyOf(all);
  }

  public synchronized void forget() {
    all.clear();
  }
}
