package dev.reclaim.rules.documents;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.reclaim.events.CampaignName;
import dev.reclaim.messaging.EventCodec;
import dev.reclaim.rules.Campaign;
import dev.reclaim.rules.Policy;
import dev.reclaim.rules.PolicyDocument;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.ReadsPolicy;
import java.util.Map;

/** The four kinds of document. What stands in for a key that is left out is said here. */
public final class PolicyDocuments implements ReadsPolicy {

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
      case RULE -> ReadsRules.of(keys);
      case CAMPAIGN -> campaign(keys);
      case HOLD -> ReadsHolds.of(keys);
    };
  }

  private static Campaign campaign(Keys keys) {
    return new Campaign(
        keys.text("name", CampaignName::new), keys.textsByKey("subject"), keys.textsByKey("intro"));
  }
}
