package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** A question about values that are known, answered with yes or no. */
sealed interface Condition {

  boolean holds(Scope scope);

  /** All of them; of none, too. */
  record All(List<Condition> conditions) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return conditions.stream().allMatch(condition -> condition.holds(scope));
    }
  }

  record AnyOf(List<Condition> conditions) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return conditions.stream().anyMatch(condition -> condition.holds(scope));
    }
  }

  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return !condition.holds(scope);
    }
  }

  /** There is a value; an empty list, text or object is none. */
  record Present(Lookup value, boolean wanted) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      JsonNode found = value.in(scope);
      boolean present = !found.isMissingNode() && !(found.isContainerNode() && found.isEmpty());
      return present == wanted;
    }
  }

  /** The value is one of these, whatever the case of its letters. */
  record In(Lookup value, List<Template> wanted) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      JsonNode found = value.in(scope);
      return found.isValueNode()
          && wanted.stream().anyMatch(one -> found.asText().equalsIgnoreCase(one.tell(scope)));
    }
  }

  /** The value is a text with this in it, or a list with such a text. */
  record Contains(Lookup value, Template part) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      JsonNode found = value.in(scope);
      String wanted = part.tell(scope).toLowerCase(Locale.ROOT);
      return found.isArray()
          ? StreamSupport.stream(found.spliterator(), false)
              .anyMatch(item -> item.asText().equalsIgnoreCase(wanted))
          : found.asText().toLowerCase(Locale.ROOT).contains(wanted);
    }
  }

  /** An item of a list has this value at that place. */
  record Among(Lookup value, Lookup list, JsonPointer at) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      JsonNode found = value.in(scope);
      return found.isValueNode()
          && StreamSupport.stream(list.in(scope).spliterator(), false)
              .anyMatch(item -> item.at(at).asText().equalsIgnoreCase(found.asText()));
    }
  }

  /** For some item of a list, known as {@code item}, this holds. */
  record Some(Lookup list, Condition condition) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return StreamSupport.stream(list.in(scope).spliterator(), false)
          .anyMatch(item -> condition.holds(scope.with("item", item)));
    }
  }

  /** One condition, or a list of conditions that must all hold. */
  static Condition of(Entry entry) {
    return entry.isList()
        ? new All(entry.items().stream().map(Condition::of).toList())
        : single(entry);
  }

  private static Condition single(Entry entry) {
    if (entry.optional("any").isPresent()) {
      entry.allowOnly("any");
      return new AnyOf(entry.list("any", Condition::of));
    }
    if (entry.optional("not").isPresent()) {
      entry.allowOnly("not");
      return new Not(of(entry.required("not")));
    }
    if (entry.optional("some").isPresent()) {
      entry.allowOnly("some", "is");
      return new Some(lookup(entry.required("some")), of(entry.required("is")));
    }
    entry.allowOnly("value", "equals", "in", "contains", "present", "among", "by");
    Lookup value = lookup(entry.required("value"));
    if (entry.optional("equals").isPresent()) {
      return new In(value, List.of(Template.of(entry.required("equals"))));
    }
    if (entry.optional("in").isPresent()) {
      return new In(value, entry.list("in", Template::of));
    }
    if (entry.optional("contains").isPresent()) {
      return new Contains(value, Template.of(entry.required("contains")));
    }
    if (entry.optional("present").isPresent()) {
      return new Present(value, entry.required("present").yes());
    }
    if (entry.optional("among").isPresent()) {
      return new Among(
          value,
          lookup(entry.required("among")),
          entry.optional("by", by -> JsonPointer.compile(by.text())).orElse(JsonPointer.empty()));
    }
    throw entry.refuse("asks nothing: it needs equals, in, contains, present or among");
  }

  static Lookup lookup(Entry entry) {
    return Template.of(entry)
        .lone()
        .orElseThrow(() -> entry.refuse("must be one look-up in braces"));
  }
}
