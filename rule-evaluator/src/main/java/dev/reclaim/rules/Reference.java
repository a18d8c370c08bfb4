package dev.reclaim.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Another piece of policy that a document names.
 *
 * @param key where it names it
 */
record Reference(String key, PolicyId target) {

  static List<Reference> of(PolicyDocument document) {
    Map<String, Object> content = document.content();
    return switch (document.policy()) {
      case Application _ -> named(content, "suite", PolicyKind.APPLICATION);
      case Rule _ -> {
        List<Reference> all =
            new ArrayList<>(named(content, "applications", PolicyKind.APPLICATION));
        all.addAll(named(content, "campaign", PolicyKind.CAMPAIGN));
        yield all;
      }
      case Campaign _ -> List.of();
      case Hold _ -> named(content, "application", PolicyKind.APPLICATION);
    };
  }

  private static List<Reference> named(Map<String, Object> content, String key, PolicyKind kind) {
    return switch (content.get(key)) {
      case null -> List.of();
      case List<?> names -> {
        List<Reference> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
          all.add(new Reference(key + "[" + i + "]", new PolicyId(kind, names.get(i).toString())));
        }
        yield all;
      }
      case Object name -> List.of(new Reference(key, new PolicyId(kind, name.toString())));
    };
  }
}
