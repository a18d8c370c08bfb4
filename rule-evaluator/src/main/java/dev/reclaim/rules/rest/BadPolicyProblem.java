package dev.reclaim.rules.rest;

import dev.reclaim.http.Problems;
import dev.reclaim.rules.BadPolicy;
import dev.reclaim.rules.PolicyFault;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Refused documents as a problem with {@code field} and, where known, {@code line} and {@code
 * file}.
 */
final class BadPolicyProblem {

  private BadPolicyProblem() {}

  static HttpProblem of(BadPolicy refused) {
    Map<String, Object> more = members(PolicyFault.of(Optional.empty(), refused));
    more.remove("reason");
    return Problems.problem(
        "bad-policy",
        "The policy document is wrong",
        Response.Status.BAD_REQUEST,
        refused.getMessage(),
        more);
  }

  /** All that is wrong in {@code faults}; the first of it as members of the problem as well. */
  static HttpProblem of(List<PolicyFault> faults) {
    Map<String, Object> more = members(faults.getFirst());
    more.remove("reason");
    more.put("faults", faults.stream().map(BadPolicyProblem::members).toList());
    return Problems.problem(
        "bad-policy",
        "The policy documents are wrong; nothing of them is saved",
        Response.Status.BAD_REQUEST,
        faults.stream().map(PolicyFault::toString).collect(Collectors.joining("; ")),
        more);
  }

  private static Map<String, Object> members(PolicyFault fault) {
    Map<String, Object> members = new LinkedHashMap<>();
    fault.file().ifPresent(file -> members.put("file", file));
    fault.line().ifPresent(line -> members.put("line", line));
    members.put("field", fault.key());
    members.put("reason", fault.reason());
    return members;
  }
}
