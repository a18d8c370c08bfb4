package dev.reclaim.connectors.declarative;

import dev.reclaim.events.RevocationEvent.Step;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one connector file says. */
record VendorFile(
    String name,
    String title,
    Talk talk,
    Abilities abilities,
    Confidence confidence,
    List<Example> examples) {

  /**
   * How the vendor is spoken to.
   *
   * @param headers go with every request
   * @param says where the vendor's own words for an error are, in the answer's body
   * @param answers what answers of any request mean
   */
  record Talk(
      Map<String, Setting> settings,
      Map<String, Template> addresses,
      Map<String, Template> headers,
      Map<String, SignIn> signIns,
      LimitsPart limits,
      List<Lookup> says,
      List<AnswerRow> answers,
      Map<String, Ask> requests) {}

  /** What the vendor lets one do; what is left out cannot be done. */
  record Abilities(
      AccountPart account,
      Optional<SeatPart> seat,
      Map<Step, Taking> steps,
      Map<String, Template> saves,
      Optional<ListPart> list,
      Optional<UsagePart> usage,
      List<CheckPart> check,
      List<CheckPart> checkEach) {}

  /**
   * Reads a file.
   *
   * @throws BadConnectorFile naming file, line and key
   */
  static VendorFile read(String fileName, String text) {
    Entry file = Entry.root(fileName, text);
    file.allowOnly(
        "name",
        "title",
        "settings",
        "addresses",
        "headers",
        "sign-in",
        "limits",
        "says",
        "answers",
        "requests",
        "account",
        "seat",
        "steps",
        "saves",
        "list",
        "usage",
        "check",
        "check-each",
        "confidence",
        "examples");
    VendorFile read =
        new VendorFile(
            file.required("name").text(),
            file.required("title").text(),
            talk(file),
            abilities(file),
            Confidence.of(file.required("confidence")),
            file.list("examples", Example::of));
    ChecksNames.of(file, read);
    return read;
  }

  Ask request(String request) {
    return talk.requests().get(request);
  }

  private static Talk talk(Entry file) {
    Map<String, Template> addresses = file.map("addresses", Template::of);
    if (addresses.isEmpty()) {
      throw file.refuse("lacks the key 'addresses'");
    }
    String first = addresses.keySet().iterator().next();
    Map<String, Ask> requests = new LinkedHashMap<>();
    file.required("requests")
        .entries()
        .forEach((key, ask) -> requests.put(key, Ask.of(ask, first)));
    file.required("sign-in");
    return new Talk(
        file.map("settings", Setting::of),
        addresses,
        Ask.headers(file),
        file.map("sign-in", SignIn::of),
        LimitsPart.of(file.required("limits")),
        file.list("says", Condition::lookup),
        file.list("answers", AnswerRow::of),
        requests);
  }

  private static Abilities abilities(Entry file) {
    Map<Step, Taking> steps = new EnumMap<>(Step.class);
    file.optional("steps")
        .ifPresent(
            all ->
                all.entries()
                    .forEach(
                        (key, step) ->
                            steps.put(SeatPart.named(Step.class, key, step), Taking.ofStep(step))));
    file.required("check");
    return new Abilities(
        AccountPart.of(file.required("account")),
        file.optional("seat", SeatPart::of),
        steps,
        file.map("saves", Template::of),
        file.optional("list", ListPart::of),
        file.optional("usage", UsagePart::of),
        file.list("check", CheckPart::of),
        file.list("check-each", CheckPart::of));
  }
}
