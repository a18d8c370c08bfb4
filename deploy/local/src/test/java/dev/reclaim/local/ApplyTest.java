package dev.reclaim.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyTest {
  @TempDir private Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private HttpServer evaluator;
  private Apply apply;

  @BeforeEach
  void start() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    evaluator = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    evaluator.createContext("/", this::answer);
    evaluator.start();
    apply =
        new Apply(
            URI.create("http://127.0.0.1:" + evaluator.getAddress().getPort()),
            new Login("cli", "let me in"),
            new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stop() {
    evaluator.stop(0);
  }

  @Test
  void everyFileIsPutUnderItsKindAndNameReferredToKindsFirst() throws Exception {
    // given
    write("rules/idle.yaml", "unusedFor: 90d");
    write("applications/crm.yaml", "owner: kim");
    write("more/winter.json", "{\"kind\": \"campaign\", \"name\": \"winter-2026\"}");

    // when
    boolean taken = apply.run(folder);

    // then
    assertThat(taken).isTrue();
    assertThat(asked)
        .containsExactly(
            "PUT /policy/application/crm {\"owner\":\"kim\"}",
            "PUT /policy/rule/idle {\"unusedFor\":\"90d\"}",
            "PUT /policy/campaign/winter-2026 {\"kind\":\"campaign\",\"name\":\"winter-2026\"}");
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("rule idle applied");
  }

  @Test
  void aRefusalNamesFileKeyAndReasonAndTheRestGoesOn() throws Exception {
    // given
    write("rule/bad.yaml", "unusedFor: long");
    write("rule/good.yaml", "unusedFor: 90d");
    write("rule/worse.yaml", "unusedFor: [");
    write("letters/dear.yaml", "a: b");

    // when
    boolean taken = apply.run(folder);

    // then
    assertThat(taken).isFalse();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("bad.yaml: unusedFor: is no duration")
        .contains("rule good applied")
        .contains("worse.yaml: (file): ")
        .contains("dear.yaml: kind: must be one of application, campaign, rule, hold");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
    boolean wrong =
        body.contains("long")
            || !"Basic Y2xpOmxldCBtZSBpbg=="
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] problem =
        "{\"violations\": [{\"field\": \"unusedFor\", \"message\": \"is no duration\"}]}"
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(wrong ? 400 : 204, wrong ? problem.length : -1);
    if (wrong) {
      exchange.getResponseBody().write(problem);
    }
    exchange.close();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
