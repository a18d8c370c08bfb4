package dev.reclaim.rules.documents;

import dev.reclaim.events.CampaignName;
import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.Handling;
import dev.reclaim.rules.Campaign;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a campaign is written. Its texts are taken as they stand; nothing in them is looked at. */
final class ReadsCampaigns {

  private ReadsCampaigns() {}

  static Campaign of(Keys keys) {
    return new Campaign(
        keys.text("name", CampaignName::new),
        keys.textsByKey("subject"),
        keys.textsByKey("intro"),
        plan(keys));
  }

  private static CampaignPlan plan(Keys keys) {
    CampaignPlan usual = CampaignPlan.PLAIN;
    return keys.whole(
        () ->
            new CampaignPlan(
                keys.maybeObject("sender").map(ReadsCampaigns::sender),
                keys.objects("questions").stream().map(ReadsCampaigns::question).toList(),
                keys.maybeWord("reasonForKeep", CampaignPlan.ReasonForKeep.class)
                    .orElse(usual.reasonForKeep()),
                keys.maybeWord("priority", CampaignPlan.Priority.class).orElse(usual.priority()),
                timing(keys),
                keys.node().path("draft").asBoolean(usual.draft())));
  }

  private static CampaignPlan.Sender sender(Keys keys) {
    return keys.whole(() -> new CampaignPlan.Sender(keys.text("name"), keys.maybeText("picture")));
  }

  private static CampaignPlan.Question question(Keys keys) {
    return keys.whole(
        () ->
            new CampaignPlan.Question(
                keys.text("id"),
                keys.word("kind", CampaignPlan.Kind.class),
                texts(keys),
                keys.objects("options").stream().map(ReadsCampaigns::option).toList(),
                keys.node().path("required").asBoolean(false)));
  }

  private static CampaignPlan.Option option(Keys keys) {
    return keys.whole(() -> new CampaignPlan.Option(keys.text("id"), texts(keys)));
  }

  private static Map<String, String> texts(Keys keys) {
    return keys.has("text") ? keys.textsByKey("text") : Map.of();
  }

  private static CampaignPlan.Timing timing(Keys keys) {
    CampaignPlan.Timing usual = CampaignPlan.Timing.USUAL;
    Optional<Handling.Term> term = keys.maybeText("answerWithin", Terms::parse);
    List<Integer> reminders =
        keys.has("reminders")
            ? keys.texts("reminders", Integer::parseInt)
            : usual.remindDaysBefore();
    return new CampaignPlan.Timing(
        keys.maybeText("start", text -> moment("start", text)),
        term,
        reminders,
        keys.maybeText("expires", text -> moment("expires", text)));
  }

  private static Instant moment(String key, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          key + ": '" + text + "' is not a moment such as 2027-01-31T08:00:00+01:00", e);
    }
  }
}
