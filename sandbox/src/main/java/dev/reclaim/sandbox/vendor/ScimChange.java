package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a PATCH asks for, as far as a habit understands it. */
sealed interface ScimChange {

  record Active(boolean to) implements ScimChange {}

  /** A value of an attribute with many: a member, an entitlement, a role. */
  record Add(String attribute, String value) implements ScimChange {}

  record Remove(String attribute, String value) implements ScimChange {}

  /** The habit has no notion of it. */
  record Strange() implements ScimChange {}

  Pattern FILTERED = Pattern.compile("(\\w+)\\[value eq \"([^\"]*)\"]");

  static List<ScimChange> of(JsonNode patch, ScimHabit habit) {
    List<ScimChange> changes = new ArrayList<>();
    for (JsonNode operation : patch.path("Operations")) {
      changes.add(of(operation, operation.path("path").asText(""), habit));
    }
    return changes;
  }

  private static ScimChange of(JsonNode operation, String path, ScimHabit habit) {
    String op = operation.path("op").asText("").toLowerCase(Locale.ROOT);
    Matcher filtered = FILTERED.matcher(path);
    if (op.equals("remove") && filtered.matches() && habit != ScimHabit.ENTRA) {
      return new Remove(filtered.group(1), filtered.group(2));
    }
    if (op.equals("remove") && path.equals("members") && habit == ScimHabit.ENTRA) {
      return new Remove(path, operation.at("/value/0/value").asText(""));
    }
    if (op.equals("remove") && habit == ScimHabit.ENTRA && filtered.matches()) {
      // it lets single values of people go by their filter, and members of groups not
      return filtered.group(1).equals("members")
          ? new Strange()
          : new Remove(filtered.group(1), filtered.group(2));
    }
    if (op.equals("add") && !path.isEmpty()) {
      return new Add(path, operation.at("/value/0/value").asText(""));
    }
    return op.equals("replace") ? replace(operation, path, habit) : new Strange();
  }

  private static ScimChange replace(JsonNode operation, String path, ScimHabit habit) {
    JsonNode value = operation.path("value");
    return switch (habit) {
      case CURSOR ->
          path.isEmpty() && value.has("active")
              ? new Active(value.path("active").asBoolean())
              : new Strange();
      case ENTRA ->
          operation.path("op").asText().equals("Replace") && value.isTextual()
              ? new Active(Boolean.parseBoolean(value.asText()))
              : new Strange();
      case STANDARD, BARE, NO_PATCH, PARTIAL ->
          path.equals("active") && value.isBoolean()
              ? new Active(value.asBoolean())
              : new Strange();
    };
  }
}
