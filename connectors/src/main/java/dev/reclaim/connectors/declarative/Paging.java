package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Optional;

/** How the next page of a list is asked for. */
sealed interface Paging {

  /** {@code Link: <...>; rel="next"} (RFC 8288). */
  record LinkHeader() implements Paging {}

  /** The body holds the address of the next page. */
  record LinkInBody(JsonPointer at) implements Paging {}

  /**
   * Pages are numbered in a query parameter; the last one has fewer items than its size.
   *
   * @param first the number of the first page
   */
  record Numbered(String parameter, int first, int size) implements Paging {}

  /** The number of items that were received so far, in a query parameter; an empty page ends. */
  record Counted(String parameter, int first, Optional<JsonPointer> total) implements Paging {}

  /**
   * The body holds a mark that goes into a query parameter.
   *
   * @param emptyEnds whether a page without rows is the last, since there is always a mark
   */
  record CursorInQuery(JsonPointer at, String parameter, boolean emptyEnds) implements Paging {}

  /**
   * The body holds a mark that goes, as {@code {cursor}}, into another request.
   *
   * @param more where the body says whether there is more; the mark alone may not tell
   */
  record CursorInRequest(JsonPointer at, String request, Optional<JsonPointer> more)
      implements Paging {}

  static Paging of(Entry entry) {
    Entry by = entry.required("by");
    return switch (by.text()) {
      case "link-header" -> {
        entry.allowOnly("by");
        yield new LinkHeader();
      }
      case "link" -> {
        entry.allowOnly("by", "at");
        yield new LinkInBody(pointer(entry.required("at")));
      }
      case "page-number" -> {
        entry.allowOnly("by", "parameter", "first", "size");
        yield new Numbered(
            entry.required("parameter").text(),
            entry.optional("first", Entry::number).orElse(1),
            entry.required("size").number());
      }
      case "offset" -> {
        entry.allowOnly("by", "parameter", "first", "total");
        yield new Counted(
            entry.required("parameter").text(),
            entry.optional("first", Entry::number).orElse(0),
            entry.optional("total", Paging::pointer));
      }
      case "cursor" -> {
        entry.allowOnly("by", "at", "parameter", "request", "more", "ends");
        JsonPointer at = pointer(entry.required("at"));
        yield entry.optional("request").isPresent()
            ? new CursorInRequest(
                at, entry.required("request").text(), entry.optional("more", Paging::pointer))
            : new CursorInQuery(
                at, entry.required("parameter").text(), entry.optional("ends").isPresent());
      }
      default -> throw by.refuse("must be link-header, link, page-number, offset or cursor");
    };
  }

  static JsonPointer pointer(Entry entry) {
    String text = entry.textOrEmpty();
    try {
      return JsonPointer.compile(text);
    } catch (IllegalArgumentException e) {
      throw entry.refuse("must be a JSON Pointer such as /users/0/id");
    }
  }
}
