package dev.reclaim.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutgoingHttpTest {

  private static final TimeOuts SHORT = new TimeOuts(Duration.ofSeconds(2), Duration.ofMillis(300));

  private HttpServer server;

  private Reply ask(HttpHandler handler, Map<String, String> headers) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", handler);
    server.start();
    Origin here = Origin.parse("http://127.0.0.1:" + server.getAddress().getPort(), Reach.LOOPBACK);
    try (OutgoingHttp http = new OutgoingHttp(List.of(here), Reach.LOOPBACK, SHORT)) {
      return http.send(new Call("GET", here.below("/x?secret=1"), headers, Optional.empty()));
    }
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void cutsOffWhatIsTooLarge() throws IOException {
    // when
    Reply reply =
        ask(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              byte[] piece = new byte[1024 * 1024];
              try {
                for (int i = 0; i <= OutgoingHttp.LARGEST_ANSWER / piece.length; i++) {
                  exchange.getResponseBody().write(piece);
                }
              } finally {
                exchange.close();
              }
            },
            Map.of());
    // then
    assertThat(reply)
        .isInstanceOfSatisfying(
            Reply.Lost.class, lost -> assertThat(lost.why()).contains("too large"));
  }

  @Test
  void losesAnAnswerThatDoesNotCome() throws IOException {
    // when
    Reply reply = ask(HttpExchange::close, Map.of());
    // then
    assertThat(reply).isInstanceOf(Reply.Lost.class);
  }

  @Test
  void doesNotWaitForEver() throws IOException {
    // given a server that takes the request and stays silent
    // when
    Reply reply = ask(exchange -> {}, Map.of());
    // then
    assertThat(reply).isInstanceOf(Reply.Lost.class);
  }

  @Test
  void cannotReachWhereNobodyListens() {
    // given
    Origin nobody = Origin.parse("http://127.0.0.1:1", Reach.LOOPBACK);
    try (OutgoingHttp http = new OutgoingHttp(List.of(nobody), Reach.LOOPBACK, SHORT)) {
      // when
      Reply reply = http.send(new Call("GET", nobody.below("/"), Map.of(), Optional.empty()));
      // then
      assertThat(reply).isInstanceOf(Reply.Unreachable.class);
    }
  }

  @Test
  void doesNotSendAHeaderThatEndsALine() throws IOException {
    // when
    Reply reply =
        ask(exchange -> exchange.sendResponseHeaders(204, -1), Map.of("X-A", "b\r\nHost: evil"));
    // then
    assertThat(reply).isInstanceOf(Reply.Forbidden.class);
  }

  @Test
  void showsNoSecret() {
    // given
    Origin here = Origin.parse("http://127.0.0.1:1", Reach.LOOPBACK);
    // when
    Call call =
        new Call(
            "GET", here.below("/x?token=s3cret"), Map.of("A", "s3cret"), Optional.of("s3cret"));
    // then
    assertThat(call.toString()).doesNotContain("s3cret");
    assertThat(new Reply.Answered(200, Map.of("a", "s3cret"), "s3cret").toString())
        .doesNotContain("s3cret");
  }
}
