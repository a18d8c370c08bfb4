package dev.reclaim.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A plan as people read it. */
final class PrintsPlan {

  private final PrintStream out;

  PrintsPlan(PrintStream out) {
    this.out = out;
  }

  void print(JsonNode plan) {
    JsonNode changes = plan.path("changes");
    int unchanged = plan.path("unchanged").asInt();
    if (changes.isEmpty()) {
      out.printf("Nothing changed: %s what stands already.%n", says(unchanged));
      return;
    }
    boolean applied = plan.path("applied").asBoolean();
    int retired = 0;
    for (JsonNode change : changes) {
      retired += change.path("isRetired").asBoolean() ? 1 : 0;
    }
    out.printf(
        "%s %s%s%s.%n%n",
        documents(changes.size() - retired),
        applied ? "saved" : "would be saved",
        retired == 0 ? "" : ", " + documents(retired) + " retired",
        unchanged == 0 ? "" : "; " + says(unchanged) + " what stands already");
    changes.forEach(this::change);
    candidates(plan, "newly", applied ? "became candidates" : "would become candidates");
    candidates(
        plan, "noMore", applied ? "ceased to be candidates" : "would cease to be candidates");
    bills(plan);
    observed(plan);
    if (plan.path("needsConfirmation").asBoolean()) {
      long seats = plan.at("/inAll/newly/seats").asLong();
      out.printf(
          "%nMore than %d: apply needs --confirm %d.%n", plan.path("atMost").asLong(), seats);
    }
  }

  private static String documents(int count) {
    return count + (count == 1 ? " document" : " documents");
  }

  private static String says(int count) {
    return documents(count) + (count == 1 ? " says" : " say");
  }

  private void change(JsonNode change) {
    boolean isNew = change.path("isNew").asBoolean();
    boolean isRetired = change.path("isRetired").asBoolean();
    out.printf(
        "  %-8s%-12s %s  (%s)%n",
        isNew ? "new" : isRetired ? "retired" : "changed",
        change.path("kind").asText(),
        change.path("name").asText(),
        change.path("file").asText("one document"));
    if (!isNew) {
      for (JsonNode difference : change.path("differences")) {
        out.printf(
            "            %s: %s -> %s%n",
            difference.path("key").asText(),
            value(difference, "before"),
            value(difference, "after"));
      }
    }
  }

  private static String value(JsonNode difference, String when) {
    return difference.has(when) ? difference.path(when).toString() : "(not there)";
  }

  private void candidates(JsonNode plan, String which, String what) {
    JsonNode inAll = plan.path("inAll").path(which);
    if (inAll.path("seats").asLong() == 0) {
      out.printf("%nNo seats %s.%n", what);
      return;
    }
    out.printf("%nSeats that %s:%n%n", what);
    Table table = Table.of("rule", "mode", "#seats", "#people", "#a month", "applications");
    List<JsonNode> rules = new ArrayList<>();
    for (JsonNode rule : plan.path("rules")) {
      JsonNode seats = rule.path("candidates").path(which);
      if (seats.path("seats").asLong() > 0) {
        table.row(row(rule.path("rule").asText(), rule.path("mode").asText(), seats));
        rules.add(rule);
      }
    }
    table.row(row("in all", "", inAll));
    table.print(out);
    rules.forEach(rule -> people(rule.path("rule").asText(), rule.path("candidates").path(which)));
  }

  private void bills(JsonNode plan) {
    for (JsonNode bill : plan.path("bills")) {
      out.printf(
          "%nThe bill of %s can be smaller from %s on%s.%n",
          bill.path("application").asText(),
          bill.path("from").asText(),
          bill.has("noticeBy") ? ", if notice is given by " + bill.path("noticeBy").asText() : "");
    }
  }

  private void observed(JsonNode plan) {
    Table table = Table.of("rule", "mode", "#seats", "#people", "#a month", "applications");
    boolean any = false;
    for (JsonNode rule : plan.path("rules")) {
      JsonNode seats = rule.path("observed");
      if (seats.path("seats").asLong() > 0) {
        table.row(row(rule.path("rule").asText(), rule.path("mode").asText(), seats));
        any = true;
      }
    }
    if (any) {
      out.printf("%nFound by rules that only observe, so that nobody hears of it:%n%n");
      table.print(out);
    }
  }

  private static String[] row(String rule, String mode, JsonNode seats) {
    List<String> applications = new ArrayList<>();
    seats
        .path("applications")
        .properties()
        .forEach(entry -> applications.add(entry.getKey() + " " + entry.getValue().asText()));
    return new String[] {
      rule,
      mode,
      seats.path("seats").asText(),
      seats.path("people").asText(),
      money(seats.path("savingPerMonth")),
      String.join(", ", applications)
    };
  }

  private void people(String rule, JsonNode seats) {
    out.printf("%n  %s%n%n", rule);
    Table table = Table.of("account", "application", "tier", "#a month");
    for (JsonNode seat : seats.path("listed")) {
      table.row(
          seat.path("account").asText(),
          seat.path("application").asText(),
          seat.path("tier").asText(),
          seat.has("savingPerMonth") ? amount(seat.path("savingPerMonth")) : "not known");
    }
    table.print(out);
    long more = seats.path("seats").asLong() - seats.path("listed").size();
    if (more > 0) {
      out.printf("  and %d more; --all shows them%n", more);
    }
  }

  private static String money(JsonNode sums) {
    List<String> words = new ArrayList<>();
    sums.forEach(sum -> words.add(amount(sum)));
    return words.isEmpty() ? "not known" : String.join(" + ", words);
  }

  private static String amount(JsonNode money) {
    return money.path("amount").decimalValue().toPlainString()
        + " "
        + money.path("currency").asText();
  }
}
