package dev.reclaim.console.web;

import dev.reclaim.console.CandidateState;
import dev.reclaim.console.Candidates;
import dev.reclaim.console.Candidates.Line;
import dev.reclaim.console.Filter;
import dev.reclaim.console.Filter.By;
import dev.reclaim.console.Filter.Sorting;
import dev.reclaim.console.Order;
import dev.reclaim.console.web.ListView.Column;
import dev.reclaim.console.web.ListView.Row;
import dev.reclaim.console.web.ListView.Rows;
import dev.reclaim.console.web.ListView.TwoLines;
import dev.reclaim.events.Evidence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts the list together, in the reader's language. */
@ApplicationScoped
class BuildsList {

  private static final TwoLines NOTHING = new TwoLines("—", "");

  private final Candidates candidates;
  private final Reader reader;

  BuildsList(Candidates candidates, Reader reader) {
    this.candidates = candidates;
    this.reader = reader;
  }

  ListView build(ListAddress address, Optional<DetailView> detail) {
    ListAddress here = detail.isPresent() ? address : address.opening("");
    return new ListView(
        here.toString(),
        address.opening("").toString(),
        new Figures(reader).of(candidates.overview()),
        new ListView.Choices(
            address,
            List.of(CandidateState.values()),
            candidates.applications(),
            candidates.rules(),
            address.narrows()),
        columns(address),
        rows(here),
        reader.mayAct() ? Order.forMany() : Set.of(),
        detail);
  }

  private static List<Column> columns(ListAddress address) {
    return List.of(
        column(address, "Holder", "", By.HOLDER),
        column(address, "Application", "", By.APPLICATION),
        new Column("Evidence", "middling", "", ""),
        column(address, "A month", "num wide", By.PRICE),
        column(address, "State", "", By.STATE),
        column(address, "Next step", "wide", By.DUE),
        column(address, "Changed", "wide", By.CHANGED));
  }

  private static Column column(ListAddress address, String name, String css, By by) {
    Sorting now = Sorting.parse(address.sort());
    boolean isSorted = now.by() == by;
    Sorting other = new Sorting(by, isSorted && !now.descending());
    String sorted = !isSorted ? "" : now.descending() ? "descending" : "ascending";
    return new Column(name, css, sorted, address.sortedBy(other.toString()).toString());
  }

  private Rows rows(ListAddress address) {
    Candidates.Page page = candidates.page(address.filter());
    long before = (address.page() - 1L) * Filter.PAGE;
    return new Rows(
        page.lines().stream().map(line -> row(line, address)).toList(),
        reader.number(page.total()),
        reader.number(before + 1),
        reader.number(before + page.lines().size()),
        address.page() > 1
            ? Optional.of(address.onPage(address.page() - 1).toString())
            : Optional.empty(),
        before + page.lines().size() < page.total() && !page.lines().isEmpty()
            ? Optional.of(address.onPage(address.page() + 1).toString())
            : Optional.empty());
  }

  private Row row(Line line, ListAddress address) {
    String id = line.id().value();
    return new Row(
        id,
        address.opening(id).toString(),
        id.equals(address.open()),
        new TwoLines(line.who().name(), line.who().department().orElse("")),
        line.seat().map(seat -> new TwoLines(seat.application(), seat.tier())).orElse(NOTHING),
        line.evidence().map(this::evidence).orElse(NOTHING),
        line.pricePerMonth().map(reader::money).orElse("—"),
        line.standing().state(),
        line.standing().due().map(this::moment).orElse(NOTHING),
        moment(line.standing().changed()));
  }

  private TwoLines evidence(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Used used -> since("Last used ", used.last());
      case Evidence.NotUsedSince unused -> since("Not used since ", unused.since());
      case Evidence.Unknown unknown -> new TwoLines("No usage data", unknown.why());
    };
  }

  private TwoLines since(String words, Instant instant) {
    return new TwoLines(words + reader.day(instant), reader.moment(instant).relative());
  }

  private TwoLines moment(Instant instant) {
    return new TwoLines(reader.moment(instant).relative(), reader.day(instant));
  }
}
