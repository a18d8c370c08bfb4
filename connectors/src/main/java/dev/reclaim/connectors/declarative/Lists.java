package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.connectors.ListedSeat;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.Via;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Reads listings: of seats, and of use. */
final class Lists {

  private final Runs runs;

  Lists(Runs runs) {
    this.runs = runs;
  }

  /** All rows that count, each made into something; the row is known as {@code item}. */
  <T> List<T> rows(RowsPart part, Scope scope, Function<Scope, T> make) {
    Scope known = runs.run(part.before(), scope).scope();
    List<T> made = new ArrayList<>();
    if (part.over().isEmpty()) {
      addRows(part, known, make, made);
    } else {
      Over over = part.over().get();
      for (JsonNode each : over.in().in(known)) {
        addRows(part, known.with(over.as(), each), make, made);
      }
    }
    return made;
  }

  private <T> void addRows(RowsPart part, Scope scope, Function<Scope, T> make, List<T> made) {
    for (JsonNode row : rows(part, scope)) {
      Scope known = scope.with("item", row);
      if (part.keep().holds(known)) {
        made.add(make.apply(known));
      }
    }
  }

  private JsonNode rows(RowsPart part, Scope scope) {
    return switch (part.from()) {
      case RowsPart.From.Asked(String request) -> runs.rows(request, scope);
      case RowsPart.From.Known(Lookup list) -> list.in(scope);
    };
  }

  /** All seats, one for each account; a direct one wins over one through a group. */
  List<ListedSeat> seats(ListPart list, Scope scope) {
    Map<String, ListedSeat> byAccount = new LinkedHashMap<>();
    for (ListedSeat seat : rows(list.rows(), scope, row -> seat(list, row))) {
      byAccount.merge(
          Identifier.normalise(seat.account()),
          seat,
          (one, other) -> one.via() instanceof Via.Direct ? one : other);
    }
    return List.copyOf(byAccount.values());
  }

  private static ListedSeat seat(ListPart list, Scope row) {
    return new ListedSeat(
        account(list.rows(), row),
        names(list.rows(), row),
        list.inherited()
            .filter(inherited -> inherited.when().holds(row))
            .<Via>map(inherited -> new Via.Group(inherited.group().tell(row)))
            .orElseGet(Via.Direct::new),
        list.assigned().flatMap(moment -> moment.in(row)));
  }

  /** A row that counts and names nobody makes the whole listing unreadable. */
  static String account(RowsPart part, Scope row) {
    try {
      return part.account(row);
    } catch (Template.Unfilled e) {
      throw new Ended(
          new Ending.Failed("an entry names no account: " + e.getMessage(), "Report it."));
    }
  }

  static List<Identifier> names(RowsPart part, Scope row) {
    List<Identifier> names = new ArrayList<>();
    part.names()
        .forEach(
            (kind, template) -> {
              try {
                names.add(new Identifier(kind(kind), template.fill(row)));
              } catch (Template.Unfilled e) {
                // Not everybody has every kind of name.
              }
            });
    return names;
  }

  static Identifier.Kind kind(String name) {
    return Identifier.Kind.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
