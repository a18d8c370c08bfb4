package dev.reclaim.bench.rules;

import dev.reclaim.rules.PolicyDocument;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.documents.PolicyDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The policy of the bench: thirty applications, two hundred holds, and ten rules of all sorts. */
final class TenRules {

  static final int APPLICATIONS = 30;
  private static final int HOLDS = 200;

  private static final List<String> RULES =
      List.of(
          """
          name: idle-90-days
          when: {all: [{usedLessThan: {time: PT5M, within: P90D}}, {presentElsewhere: {within: P30D}}]}
          caps: {perRun: 5000}
          """,
          """
          name: idle-60-days-direct
          when:
            all:
              - unusedFor: {time: P60D}
              - not: {inheritedSeat: {}}
              - seatOlderThan: {age: P60D}
              - presentElsewhere: {within: P30D}
          caps: {perRun: 5000}
          """,
          """
          name: idle-30-days-sso
          applications: [app-00, app-01, app-02, app-03, app-04, app-05, app-06, app-07]
          when: {all: [{unusedFor: {time: P30D}}, {inheritedSeat: {}}, {presentElsewhere: {within: P30D}}]}
          caps: {perRun: 5000}
          """,
          """
          name: never-used
          when: {all: [{neverUsed: {}}, {seatOlderThan: {age: P30D}}, {employedFor: {time: P30D}}]}
          caps: {perRun: 5000}
          """,
          """
          name: leaver-last-day
          when: {holderLeft: {at: '18:00'}}
          """,
          """
          name: not-in-hr
          when: {any: [{notInRoster: {}}, {unmatchedAccount: {}}]}
          """,
          """
          name: contractor-ended
          when: {all: [{contractEnded: {}}, {holderKind: {is: [person]}}]}
          """,
          """
          name: downgrade
          applications: [app-08, app-09, app-10, app-11]
          when: {all: [{cheaperTierWouldDo: {within: P60D}}, {priceAbove: {amount: 20, currency: EUR}}]}
          action: downgrade
          caps: {perRun: 5000}
          """,
          """
          name: overlap
          applications: [app-12, app-13]
          when: {overlap: {within: P60D}}
          """,
          """
          name: restricted-software
          when: {all: [{restrictedSoftware: {}}, {not: {inGroup: {any: [cn=approved]}}}]}
          """);

  private TenRules() {}

  static List<PolicyDocument> documents() {
    PolicyDocuments documents = new PolicyDocuments();
    List<PolicyDocument> all = new ArrayList<>();
    IntStream.range(0, APPLICATIONS)
        .mapToObj(TenRules::application)
        .forEach(text -> all.add(documents.read(PolicyKind.APPLICATION, text)));
    for (String rule : RULES) {
      all.add(
          documents.read(
              PolicyKind.RULE, "kind: rule\ntitle: A rule\nmode: enforce\nask: holder\n" + rule));
    }
    IntStream.range(0, HOLDS)
        .mapToObj(TenRules::hold)
        .forEach(text -> all.add(documents.read(PolicyKind.HOLD, text)));
    return all;
  }

  private static String hold(int number) {
    return "{kind: hold, name: hold-%d, type: legal, holder: %s, reason: r, owner: o}"
        .formatted(number, BigTown.person(number * 7));
  }

  /** Four have tiers, two serve one purpose, one is restricted. */
  private static String application(int number) {
    String name = name(number);
    String text =
        "kind: application\nname: %s\ntitle: App %d\nprice: {amount: %d, currency: EUR}\n"
            .formatted(name, number, 5 + number);
    if (number >= 8 && number < 12) {
      return text
          + """
          tiers:
            - {name: pro, price: {amount: 60, currency: EUR}, features: [design]}
            - {name: basic, price: {amount: 10, currency: EUR}, features: [view]}
          """;
    }
    if (number == 12 || number == 13) {
      return text + "purpose: diagrams\n";
    }
    return number == 14 ? text + "restricted: true\n" : text;
  }

  static String name(int application) {
    return "app-%02d".formatted(application);
  }
}
