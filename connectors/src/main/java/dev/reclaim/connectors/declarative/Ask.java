package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request of the vendor's API, and what its answers mean.
 *
 * @param does as the end of "could not ..."
 * @param needs the permission that the connection needs for it
 * @param items where the items of a list are; then the answer is all items of all pages
 */
record Ask(
    String name,
    Template does,
    Optional<Template> needs,
    Shape shape,
    Outcomes outcomes,
    Optional<JsonPointer> items,
    Optional<Paging> paging) {

  /**
   * What is sent.
   *
   * @param address by its name in the file
   */
  record Shape(
      String method,
      String address,
      Template path,
      Map<String, Template> query,
      Map<String, Template> headers,
      Optional<Basic> basic,
      Optional<Content> content) {}

  /**
   * What comes back.
   *
   * @param part the part of the body that is the answer
   */
  record Outcomes(AnswerRow fine, List<AnswerRow> rows, JsonPointer part) {}

  /** User and password of HTTP Basic (RFC 7617). */
  record Basic(Template user, Template password) {

    static Basic of(Entry entry) {
      entry.allowOnly("user", "password");
      return new Basic(
          Template.of(entry.required("user")), Template.of(entry.required("password")));
    }
  }

  /** A body. */
  sealed interface Content {

    record Json(JsonTemplate json) implements Content {}

    /**
     * Something that was read, changed.
     *
     * @param base what was read
     * @param without keys that are left out
     * @param json keys that take its place
     */
    record Changed(Lookup base, List<String> without, JsonTemplate json) implements Content {}

    record Form(Map<String, Template> fields) implements Content {}
  }

  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  /** Whether it only reads by HTTP's rules; a read over POST is told by how the file uses it. */
  boolean isGet() {
    return shape.method().equals("GET");
  }

  static Ask of(Entry entry, String firstAddress) {
    entry.allowOnly(
        "does",
        "needs",
        "get",
        "post",
        "put",
        "patch",
        "delete",
        "address",
        "query",
        "headers",
        "basic",
        "json",
        "json-base",
        "json-without",
        "form",
        "ok",
        "answers",
        "items",
        "part",
        "paging");
    List<String> methods =
        METHODS.stream().filter(method -> entry.optional(method).isPresent()).toList();
    if (methods.size() != 1) {
      throw entry.refuse("must have exactly one of " + METHODS);
    }
    String method = methods.getFirst();
    return new Ask(
        entry.key(),
        Template.of(entry.required("does")),
        entry.optional("needs", Template::of),
        new Shape(
            method.toUpperCase(Locale.ROOT),
            entry.optional("address", Entry::text).orElse(firstAddress),
            Template.of(entry.required(method).textOrEmpty()),
            entry.map("query", Template::of),
            headers(entry),
            entry.optional("basic", Basic::of),
            content(entry)),
        new Outcomes(
            AnswerRow.fine(entry.required("ok")),
            entry.list("answers", AnswerRow::of),
            entry.optional("part", Paging::pointer).orElse(JsonPointer.empty())),
        entry.optional("items", Paging::pointer),
        entry.optional("paging", Paging::of));
  }

  static Map<String, Template> headers(Entry entry) {
    Map<String, Template> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(entry.map("headers", Template::of));
    return headers;
  }

  private static Optional<Content> content(Entry entry) {
    if (entry.optional("json").isPresent() && entry.optional("form").isPresent()) {
      throw entry.refuse("may have a json or a form body, not both");
    }
    if (entry.optional("json-base").isPresent()) {
      return Optional.of(
          new Content.Changed(
              Condition.lookup(entry.required("json-base")),
              entry.list("json-without", Entry::text),
              JsonTemplate.of(entry.required("json"))));
    }
    return entry
        .<Content>optional("json", json -> new Content.Json(JsonTemplate.of(json)))
        .or(() -> entry.optional("form", _ -> new Content.Form(entry.map("form", Template::of))));
  }
}
