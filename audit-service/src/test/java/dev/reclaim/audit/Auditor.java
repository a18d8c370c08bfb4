package dev.reclaim.audit;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.reclaim.audit.verify.Verify;
import dev.reclaim.testkit.RealInfrastructure;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Somebody who looks at the log from outside, and keeps a witness of their own. */
record Auditor(URL url, Path home) {

  /** What the verifier said. */
  record Said(int code, String says) {}

  static Auditor at(URL url) throws IOException {
    return new Auditor(url, Files.createTempDirectory("verify"));
  }

  static RequestSpecification asks() {
    return given().auth().preemptive().basic("auditor", RealInfrastructure.PASSWORD);
  }

  static List<String> awaitTypes(String by, String id, int count) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> found(by, id).getList("entries.event.type", String.class),
            types -> types.size() >= count);
  }

  static long positionOf(String type, Story story) {
    JsonPath found = found("candidate", story.candidate().value());
    int place = found.getList("entries.event.type", String.class).indexOf(type);
    return found.getLong("entries[" + place + "].position");
  }

  private static JsonPath found(String by, String id) {
    return asks().queryParam(by, id).queryParam("limit", 1000).get("/audit").jsonPath();
  }

  Said verify() {
    return run("--url", url.toString(), "--home", home.toString());
  }

  Said decision(Story story) throws IOException {
    Path file = home.resolve("decision.json");
    Files.writeString(file, asks().get("/decisions/" + story.candidate().value()).asString());
    return run("--decision", file.toString(), "--home", home.toString());
  }

  static Said run(String... args) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Map<String, String> login =
        Map.of("RECLAIM_USER", "auditor", "RECLAIM_PASSWORD", RealInfrastructure.PASSWORD);
    int code = Verify.run(args, login, out, out);
    return new Said(code, said.toString(StandardCharsets.UTF_8));
  }
}
