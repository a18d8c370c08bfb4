package dev.reclaim.console.web;

import dev.reclaim.console.CandidateState;
import dev.reclaim.console.Order;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The list as the template shows it.
 *
 * @param here its own address, for refreshing
 * @param closed its address without the detail
 * @param orders what the reader may order for several; empty for one who may only read
 */
record ListView(
    String here,
    String closed,
    List<Figure> figures,
    Choices choices,
    List<Column> columns,
    Rows rows,
    Set<Order> orders,
    Optional<DetailView> detail) {

  /** A number that matters, with its age. */
  record Figure(String name, String number, String age, Optional<String> link) {}

  /** What the filter offers and what is chosen. */
  record Choices(
      ListAddress chosen,
      List<CandidateState> states,
      Map<String, String> applications,
      List<String> rules,
      boolean narrows) {}

  /**
   * A head that sorts.
   *
   * @param sorted {@code ascending}, {@code descending}, or empty
   */
  record Column(String name, String css, String sorted, String link) {}

  /**
   * @param first number of the first row, counted from 1
   */
  record Rows(
      List<Row> rows,
      String total,
      String first,
      String last,
      Optional<String> previous,
      Optional<String> next) {}

  /** One candidate. */
  record Row(
      String id,
      String link,
      boolean current,
      TwoLines holder,
      TwoLines application,
      TwoLines evidence,
      String price,
      CandidateState state,
      TwoLines next,
      TwoLines changed) {}

  /** A line and a quieter one under it. */
  record TwoLines(String line, String under) {}
}
