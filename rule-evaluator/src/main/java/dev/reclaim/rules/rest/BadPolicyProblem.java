package dev.reclaim.rules.rest;

import dev.reclaim.http.Problems;
import dev.reclaim.rules.BadPolicy;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;

/** A refused document as a problem with {@code field} and, where known, {@code line}. */
final class BadPolicyProblem {

  private BadPolicyProblem() {}

  static HttpProblem of(BadPolicy refused) {
    Map<String, Object> more = new HashMap<>();
    more.put("field", refused.key());
    refused.line().ifPresent(line -> more.put("line", line));
    return Problems.problem(
        "bad-policy",
        "The policy document is wrong",
        Response.Status.BAD_REQUEST,
        refused.getMessage(),
        more);
  }
}
