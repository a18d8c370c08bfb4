package dev.reclaim.consent;

import static dev.reclaim.consent.Story.MONDAY;

import dev.reclaim.events.CampaignName;
import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Letters to send, without a service around them. */
final class Letters {

  static final String CODE = "123456";

  private Letters() {}

  static Letter to(Holder reader, int questions, int attempt) {
    return to(reader, questions, attempt, "Please have a look.");
  }

  static Letter to(Holder reader, int questions, int attempt, String intro) {
    CampaignDefined campaign =
        new CampaignDefined(
            new CampaignName("spring"),
            1,
            Map.of("en", "Still needed?"),
            Map.of("en", intro),
            Optional.of(CampaignPlan.PLAIN),
            false);
    Company company = Company.of(reader).having(Story.tableau(Optional.empty(), true));
    company.put(campaign);
    Letter one =
        new PreviewCampaign(company, "https://reclaim.example")
            .to(campaign.campaign(), reader, Story.TABLEAU, MONDAY)
            .orElseThrow();
    Letter.Item item = one.items().getFirst();
    List<Letter.Item> items =
        IntStream.range(0, questions)
            .mapToObj(
                i ->
                    new Letter.Item(
                        item.prompt(),
                        item.question(),
                        "https://reclaim.example/prompts/" + token(i)))
            .toList();
    MessageId id = MessageId.of(item.prompt().id(), Message.Purpose.ASK, Channel.SLACK, MONDAY);
    return new Letter(id, Message.Purpose.ASK, reader, items, CODE, one.words(), attempt);
  }

  static String token(int i) {
    return "%03d".formatted(i) + String.join("", Collections.nCopies(40, "t"));
  }
}
