package dev.reclaim.console.web;

import dev.reclaim.console.CandidateState;
import dev.reclaim.console.Filter;
import dev.reclaim.console.Filter.Sorting;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the list shows, as its address says it: a link can be sent to a colleague.
 *
 * @param state a state's slug, {@code open} or {@code any}; anything else is taken as open
 * @param open the candidate whose detail stands beside the list; empty for none
 */
public record ListAddress(
    String state, String application, String rule, String q, String sort, int page, String open) {

  public static final String OPEN = "open";
  public static final String ANY = "any";

  private static final int LONGEST_TEXT = 200;

  public ListAddress {
    if (!state.equals(ANY) && CandidateState.ofSlug(state).isEmpty()) {
      state = OPEN;
    }
    q = clean(q);
    application = clean(application);
    rule = clean(rule);
    sort = Sorting.parse(sort).toString();
    page = Math.max(1, page);
  }

  private static String clean(String text) {
    String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    return cut.replaceAll("\\p{Cntrl}", "\ufffd");
  }

  Filter filter() {
    return new Filter(states(), present(application), present(rule), q, Sorting.parse(sort), page);
  }

  private Set<CandidateState> states() {
    if (state.equals(ANY)) {
      return EnumSet.allOf(CandidateState.class);
    }
    return CandidateState.ofSlug(state)
        .map(Set::of)
        .orElseGet(
            () ->
                Arrays.stream(CandidateState.values())
                    .filter(CandidateState::isOpen)
                    .collect(Collectors.toSet()));
  }

  private static Optional<String> present(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }

  /** Whether anything is left out of the list of open candidates. */
  boolean narrows() {
    return !state.equals(OPEN) || !application.isBlank() || !rule.isBlank() || !q.isBlank();
  }

  ListAddress opening(String candidate) {
    return new ListAddress(state, application, rule, q, sort, page, candidate);
  }

  ListAddress onPage(int other) {
    return new ListAddress(state, application, rule, q, sort, other, "");
  }

  ListAddress sortedBy(String other) {
    return new ListAddress(state, application, rule, q, other, 1, "");
  }

  static ListAddress ofState(CandidateState state) {
    return new ListAddress(state.slug(), "", "", "", "", 1, "");
  }

  /** Without what is said by default. */
  @Override
  public String toString() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("state", state.equals(OPEN) ? "" : state);
    parts.put("application", application);
    parts.put("rule", rule);
    parts.put("q", q);
    parts.put("sort", sort.equals(Sorting.NEWEST_FIRST.toString()) ? "" : sort);
    parts.put("page", page == 1 ? "" : Integer.toString(page));
    parts.put("open", open);
    String query =
        parts.entrySet().stream()
            .filter(part -> !part.getValue().isBlank())
            .map(part -> part.getKey() + "=" + encode(part.getValue()))
            .collect(Collectors.joining("&"));
    return "/candidates" + (query.isEmpty() ? "" : "?" + query);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
