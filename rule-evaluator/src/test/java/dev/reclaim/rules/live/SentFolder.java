package dev.reclaim.rules.live;

import static dev.reclaim.rules.live.Company.as;
import static org.awaitility.Awaitility.await;

import dev.reclaim.events.HolderId;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.SignalEvent.SeatObserved;
import dev.reclaim.events.Via;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder of policy files about one application of a company, as the command sends it. */
final class SentFolder {

  private final Company company;
  private final List<Map<String, String>> files = new ArrayList<>();
  private List<String> retire = List.of();

  SentFolder(Company company) {
    this.company = company;
  }

  // What is sent.

  void folder(String mode) {
    file("application.yaml", application());
    file("campaign.yaml", campaign());
    file("rule.yaml", rule(mode));
  }

  String application() {
    return "kind: application\nname: %s\ntitle: App\nprice: {amount: 840, currency: EUR, per: year}\n"
        .formatted(company.application);
  }

  String campaign() {
    return "kind: campaign\nname: texts-%s\nsubject: {en: Yours}\nintro: {en: Keep it}\n"
        .formatted(company.rule);
  }

  String rule(String mode) {
    return """
        kind: rule
        name: %s
        title: A rule
        applications: [%s]
        ask: holder
        campaign: texts-%s
        when: {seatOlderThan: {age: P1D}}
        mode: %s
        """
        .formatted(company.rule, company.application, company.rule, mode);
  }

  void file(String name, String text) {
    files.add(Map.of("file", name, "text", text));
  }

  Map<String, Object> body() {
    Map<String, Object> body = new HashMap<>();
    body.put("files", files);
    body.put("retire", retire);
    return body;
  }

  ValidatableResponse plan() {
    return send("/policy/plan");
  }

  ValidatableResponse apply(long confirm) {
    return send("/policy/apply" + (confirm == 0 ? "" : "?confirm=" + confirm));
  }

  ValidatableResponse send(String where) {
    return as("admin").contentType("application/json").body(body()).post(where).then();
  }

  // What is known of the company.

  String account(int number) {
    return "p%03d-%s@example.com".formatted(number, company.rule);
  }

  void seats(int count) {
    for (int i = 1; i <= count; i++) {
      SeatRef seat =
          SeatRef.of(
              HolderId.of(account(i)),
              company.application,
              SeatRef.ONLY_TIER,
              account(i),
              new Via.Direct());
      Instant assigned = StandingClock.NOW.minus(Company.days(400));
      company.send(new SeatObserved(seat, Optional.of(assigned), StandingClock.NOW));
    }
    for (int i = 1; i <= count; i++) {
      String holder = HolderId.of(account(i)).value();
      await()
          .pollInterval(Duration.ofMillis(10))
          .until(() -> as("operator").get("/holders/" + holder + "/seats").statusCode() == 200);
    }
  }

  void clear() {
    files.clear();
  }

  void removeLast() {
    files.removeLast();
  }

  /** Sends no files, and this to be retired. */
  void retire(String... ids) {
    files.clear();
    retire = List.of(ids);
  }
}
