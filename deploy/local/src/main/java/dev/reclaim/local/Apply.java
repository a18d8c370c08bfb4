package dev.reclaim.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.local.PolicyDesk.Answer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;

/** Sends the policy files of a folder to the rule-evaluator: all of them or none. */
public final class Apply {

  private final PolicyDesk desk;
  private final PrintStream out;

  /**
   * @param evaluator such as {@code http://127.0.0.1:8082}
   */
  public Apply(URI evaluator, Login login, PrintStream out) {
    this.desk = new PolicyDesk(evaluator, login);
    this.out = out;
  }

  /** How much of a plan is shown, and as what. */
  public enum Shown {
    /** A table, and the first seats. */
    SOME(20),
    /** A table, and all seats. */
    ALL(10_000),
    /** All of it as the rule-evaluator says it. */
    JSON(10_000);

    private final int limit;

    Shown(int limit) {
      this.limit = limit;
    }
  }

  /**
   * Shows what applying would do. True if it could be done.
   *
   * @throws IOException when the folder cannot be read or nobody answers
   */
  public boolean plan(Path folder, Shown shown) throws IOException, InterruptedException {
    return run(folder, "/policy/plan?limit=" + shown.limit, shown);
  }

  /**
   * Applies, and shows what it did. True if all was taken.
   *
   * @param confirm how many seats may become candidates; 0 for as many as usual
   * @throws IOException when the folder cannot be read or nobody answers
   */
  public boolean apply(Path folder, long confirm, Shown shown)
      throws IOException, InterruptedException {
    return run(folder, "/policy/apply?confirm=%d&limit=%d".formatted(confirm, shown.limit), shown);
  }

  private boolean run(Path folder, String where, Shown shown)
      throws IOException, InterruptedException {
    PolicyFolder files = PolicyFolder.of(folder);
    if (files.files().isEmpty()) {
      out.println(folder + ": no .yaml, .yml or .json file in it");
      return false;
    }
    Answer answer = desk.send(where, files);
    if (shown == Shown.JSON) {
      out.println(answer.body().toPrettyString());
    } else if (answer.taken()) {
      new PrintsPlan(out).print(answer.body());
    } else {
      refuse(answer.body());
    }
    return answer.taken();
  }

  private void refuse(JsonNode problem) {
    JsonNode faults = problem.path("faults");
    for (JsonNode fault : faults) {
      out.println(
          "%s%s: %s: %s"
              .formatted(
                  fault.path("file").asText("(file)"),
                  fault.has("line") ? ":" + fault.path("line").asInt() : "",
                  fault.path("field").asText(),
                  fault.path("reason").asText()));
    }
    if (problem.has("plan")) {
      new PrintsPlan(out).print(problem.path("plan"));
      out.println();
    }
    out.println(
        faults.isEmpty()
            ? problem.path("detail").asText(problem.path("title").asText("It was refused."))
            : "Nothing is saved.");
  }
}
