package dev.reclaim.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.reclaim.local.Apply.Shown;
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

  private static final String PLAN =
      """
      {"applied": false, "needsConfirmation": true, "atMost": 1, "unchanged": 1,
       "changes": [
         {"kind": "rule", "name": "idle", "file": "rules/idle.yaml", "isNew": false, "differences": [
           {"key": "mode", "before": "observe", "after": "enforce"},
           {"key": "campaign", "after": "friendly"}]},
         {"kind": "rule", "name": "unused", "file": "rules/unused.yaml", "isNew": true, "differences": []},
         {"kind": "hold", "name": "winter", "isRetired": true, "differences": []}],
       "bills": [{"application": "crm", "from": "2027-07-01", "noticeBy": "2027-04-01"}],
       "rules": [
         {"rule": "idle", "mode": "enforce",
          "candidates": {
            "newly": {"seats": 2, "people": 1, "applications": {"crm": 1, "visio": 1},
              "savingPerMonth": [{"amount": 84.50, "currency": "EUR"}],
              "listed": [{"account": "ada@example.com", "application": "crm", "tier": "standard",
                "savingPerMonth": {"amount": 70.00, "currency": "EUR"}}]},
            "noMore": {"seats": 0, "people": 0, "applications": {}, "savingPerMonth": [], "listed": []}},
          "observed": {"seats": 0, "people": 0, "applications": {}, "savingPerMonth": [], "listed": []}},
         {"rule": "unused", "mode": "observe",
          "candidates": {"newly": {"seats": 0}, "noMore": {"seats": 0}},
          "observed": {"seats": 7, "people": 5, "applications": {"crm": 7}, "savingPerMonth": []}}],
       "inAll": {
         "newly": {"seats": 2, "people": 1, "applications": {"crm": 1, "visio": 1},
           "savingPerMonth": [{"amount": 84.50, "currency": "EUR"}]},
         "noMore": {"seats": 0}}}
      """;

  @TempDir private Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<JsonNode> sent = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private HttpServer evaluator;
  private Apply apply;
  private int status = 200;
  private String answer = PLAN;

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
  void allFilesGoInOneRequest() throws Exception {
    // given
    write("rules/idle.yaml", "kind: rule\n");
    write("applications/crm.yml", "kind: application\n");
    write("more/winter.json", "{}");
    write("README.md", "no policy");

    // when
    boolean taken = apply.apply(folder, 120, Shown.SOME);

    // then
    assertThat(taken).isTrue();
    assertThat(asked).containsExactly("POST /policy/apply?confirm=120&limit=20");
    assertThat(sent.getFirst().path("files"))
        .extracting(file -> folder.relativize(Path.of(file.path("file").asText())).toString())
        .containsExactly("applications/crm.yml", "more/winter.json", "rules/idle.yaml");
    assertThat(sent.getFirst().at("/files/2/text").asText()).isEqualTo("kind: rule\n");
  }

  @Test
  void aPlanIsATableWithTotals() throws Exception {
    // given
    write("rules/idle.yaml", "kind: rule\n");

    // when
    assertThat(apply.plan(folder, Shown.SOME)).isTrue();

    // then
    assertThat(asked).containsExactly("POST /policy/plan?limit=20");
    assertThat(words())
        .contains(
            "2 documents would be saved, 1 document retired; 1 document says what stands already.")
        .contains("changed rule idle (rules/idle.yaml)")
        .contains("mode: \"observe\" -> \"enforce\"")
        .contains("campaign: (not there) -> \"friendly\"")
        .contains("new rule unused (rules/unused.yaml)")
        .contains("RULE MODE SEATS PEOPLE A MONTH APPLICATIONS")
        .contains("idle enforce 2 1 84.50 EUR crm 1, visio 1")
        .contains("in all 2 1 84.50 EUR crm 1, visio 1")
        .contains("ada@example.com crm standard 70.00 EUR and 1 more; --all shows them")
        .contains("No seats would cease to be candidates.")
        .contains("unused observe 7 5 not known crm 7")
        .contains(
            "The bill of crm can be smaller from 2027-07-01 on, if notice is given by 2027-04-01.")
        .contains("retired hold winter (one document)")
        .contains("More than 1: apply needs --confirm 2.");
  }

  @Test
  void whatChangesNothingSaysSo() throws Exception {
    // given
    write("rules/idle.yaml", "kind: rule\n");
    answer = "{\"changes\": [], \"unchanged\": 1}";

    // then
    assertThat(apply.apply(folder, 0, Shown.SOME)).isTrue();
    assertThat(words()).isEqualTo("Nothing changed: 1 document says what stands already.");
  }

  @Test
  void aRefusalNamesFileLineKeyAndReason() throws Exception {
    // given
    write("rules/idle.yaml", "kind: rule\n");
    status = 400;
    answer =
        """
        {"detail": "wrong", "faults": [
          {"file": "rules/idle.yaml", "line": 7, "field": "when.within", "reason": "is missing"},
          {"file": "rules/odd.yaml", "field": "body", "reason": "has no document in it"}]}
        """;

    // then
    assertThat(apply.apply(folder, 0, Shown.SOME)).isFalse();
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "rules/idle.yaml:7: when.within: is missing",
            "rules/odd.yaml: body: has no document in it",
            "Nothing is saved.");
  }

  @Test
  void tooManySeatsAreShownWithTheReason() throws Exception {
    // given
    write("rules/idle.yaml", "kind: rule\n");
    status = 409;
    answer = "{\"detail\": \"It would make 2 seats candidates.\", \"plan\": " + PLAN + "}";

    // then
    assertThat(apply.apply(folder, 0, Shown.SOME)).isFalse();
    assertThat(words())
        .contains("idle enforce 2 1 84.50 EUR")
        .endsWith("It would make 2 seats candidates.");
  }

  @Test
  void asJsonItIsWhatTheRuleEvaluatorSays() throws Exception {
    // given
    write("rules/idle.yaml", "kind: rule\n");

    // when
    apply.plan(folder, Shown.JSON);

    // then
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(said.toString(StandardCharsets.UTF_8))).isEqualTo(json.readTree(PLAN));
  }

  @Test
  void whatIsNotUtf8IsNamedAndNothingIsSent() throws Exception {
    // given
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "title: Büro".getBytes(StandardCharsets.ISO_8859_1));

    // then
    assertThatThrownBy(() -> apply.plan(folder, Shown.SOME)).hasMessage(latin + ": is not UTF-8");
    assertThat(asked).isEmpty();
  }

  @Test
  void anEmptyFolderIsNoPolicy() throws Exception {
    assertThat(apply.apply(folder, 0, Shown.SOME)).isFalse();
    assertThat(asked).isEmpty();
  }

  private String words() {
    return said.toString(StandardCharsets.UTF_8).strip().replaceAll("\\s+", " ");
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean known =
        "Basic Y2xpOmxldCBtZSBpbg==".equals(exchange.getRequestHeaders().getFirst("Authorization"));
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    sent.add(new ObjectMapper().readTree(exchange.getRequestBody().readAllBytes()));
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(known ? status : 401, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
