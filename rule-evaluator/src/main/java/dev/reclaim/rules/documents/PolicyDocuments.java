package dev.reclaim.rules.documents;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.Handling;
import dev.reclaim.events.RuleName;
import dev.reclaim.messaging.EventCodec;
import dev.reclaim.rules.Campaign;
import dev.reclaim.rules.Condition;
import dev.reclaim.rules.Policy;
import dev.reclaim.rules.PolicyDocument;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.ReadsPolicy;
import dev.reclaim.rules.Rule;
import dev.reclaim.rules.Window;
import java.util.Map;
import java.util.Set;

/** The four kinds of document. What stands in for a key that is left out is said here. */
public final class PolicyDocuments implements ReadsPolicy {

  private static final Window TWO_WEEKS = Window.ofDays(14);
  private static final Window NINETY_DAYS = Window.ofDays(90);

  private final Schemas schemas = new Schemas();

  @Override
  public String schema(PolicyKind kind) {
    return schemas.text(kind);
  }

  @Override
  public PolicyDocument read(PolicyKind kind, String text) {
    Tree tree = Tree.of(text);
    schemas.check(kind, tree);
    Map<String, Object> content =
        EventCodec.json().convertValue(tree.root(), new TypeReference<Map<String, Object>>() {});
    Keys keys = Keys.of(tree);
    return new PolicyDocument(keys.whole(() -> policy(kind, keys)), content);
  }

  private static Policy policy(PolicyKind kind, Keys keys) {
    return switch (kind) {
      case APPLICATION -> ReadsApplications.of(keys);
      case RULE -> rule(keys);
      case CAMPAIGN -> campaign(keys);
      case HOLD -> ReadsHolds.of(keys);
    };
  }

  private static Rule rule(Keys keys) {
    Condition when = ReadsConditions.of(keys.object("when"));
    return new Rule(
        keys.text("name", RuleName::new),
        keys.text("title"),
        Set.copyOf(keys.texts("applications", ApplicationId::new)),
        when,
        new Handling(
            Handling.Mode.ENFORCE,
            new Handling.Asking(
                keys.word("ask", Handling.Ask.class),
                keys.maybeText("campaign", CampaignName::new),
                Handling.Term.calendar(
                    keys.maybeText("answerWithin", Window::parse).orElse(TWO_WEEKS).length()),
                keys.has("silence")
                    ? keys.word("silence", Handling.Silence.class)
                    : Handling.Silence.KEEP),
            Handling.Approval.ON_KEEP,
            Handling.Taking.of(
                keys.has("order")
                    ? keys.word("order", Handling.Order.class)
                    : Handling.Order.SEAT_ONLY),
            Rule.dependsOnUse(when)),
        keys.maybeText("rest", Window::parse).orElse(NINETY_DAYS));
  }

  private static Campaign campaign(Keys keys) {
    return new Campaign(
        keys.text("name", CampaignName::new), keys.textsByKey("subject"), keys.textsByKey("intro"));
  }
}
