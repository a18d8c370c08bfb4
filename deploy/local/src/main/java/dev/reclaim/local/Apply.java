package dev.reclaim.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Sends every policy file of a folder to the rule-evaluator, one PUT each. */
public final class Apply {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper yaml = new YAMLMapper();
  private final ObjectMapper json = new ObjectMapper();
  private final URI evaluator;
  private final String authorization;
  private final PrintStream out;

  /**
   * @param evaluator such as {@code http://127.0.0.1:8082}
   */
  public Apply(URI evaluator, Login login, PrintStream out) {
    this.evaluator = evaluator;
    String plain = login.name() + ":" + login.password();
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    this.out = out;
  }

  /**
   * Prints one line per file. True if all were taken.
   *
   * @throws IOException when the folder cannot be read or nobody answers
   */
  public boolean run(Path folder) throws IOException, InterruptedException {
    boolean allTaken = true;
    List<PolicyFile> files = PolicyFile.allIn(folder);
    if (files.isEmpty()) {
      out.println(folder + ": no .yaml, .yml or .json file in it");
      return false;
    }
    for (PolicyFile file : files) {
      List<String> reasons = send(file);
      reasons.forEach(reason -> out.println(file.shown() + ": " + reason));
      allTaken &= reasons.isEmpty();
    }
    return allTaken;
  }

  /** Why it was not taken; empty when it was. */
  private List<String> send(PolicyFile file) throws IOException, InterruptedException {
    JsonNode content;
    try {
      content = yaml.readTree(file.path().toFile());
    } catch (IOException malformed) {
      return List.of("(file): " + firstLine(malformed.getMessage()));
    }
    Optional<String> kind = file.kind(content);
    if (kind.isEmpty()) {
      return List.of("kind: must be one of " + String.join(", ", PolicyFile.KINDS));
    }
    String name = URLEncoder.encode(file.name(content), StandardCharsets.UTF_8).replace("+", "%20");
    URI target = evaluator.resolve("/policy/" + kind.get() + "/" + name);
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(content)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 == 2) {
      out.println(file.shown() + ": " + kind.get() + " " + file.name(content) + " applied");
      return List.of();
    }
    return reasons(answer);
  }

  /** Reads problem+json (RFC 9457), with the violations that name a field each. */
  private List<String> reasons(HttpResponse<String> answer) {
    JsonNode problem;
    try {
      problem = json.readTree(answer.body());
    } catch (IOException notJson) {
      return List.of("(answer): HTTP " + answer.statusCode());
    }
    List<String> reasons = new ArrayList<>();
    for (JsonNode violation : problem.path("violations")) {
      String field = violation.path("field").asText("(file)");
      reasons.add(field + ": " + violation.path("message").asText("refused"));
    }
    if (reasons.isEmpty()) {
      String what = problem.path("detail").asText(problem.path("title").asText(""));
      String field = problem.path("field").asText("(file)");
      reasons.add(field + ": " + (what.isEmpty() ? "HTTP " + answer.statusCode() : what));
    }
    return reasons;
  }

  private static String firstLine(String text) {
    return text == null ? "unreadable" : text.lines().findFirst().orElse("unreadable");
  }
}
