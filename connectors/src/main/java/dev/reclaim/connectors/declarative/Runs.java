package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Carries out the moves of a flow, one after the other. */
final class Runs {

  private final Talks talks;

  Runs(Talks talks) {
    this.talks = talks;
  }

  /**
   * How far a flow came.
   *
   * @param changed whether the vendor said that something was done
   * @param missed whether something that was to be changed was not there
   */
  record Course(Scope scope, boolean changed, boolean missed) {

    static Course from(Scope scope) {
      return new Course(scope, false, false);
    }

    Course knowing(Scope more) {
      return new Course(more, changed, missed);
    }

    Course afterChange(boolean done) {
      return new Course(scope, changed || done, missed || !done);
    }
  }

  /**
   * Runs all moves.
   *
   * @throws Ended if one of them ends the flow
   */
  Course run(List<Move> moves, Scope scope) {
    return run(moves, Course.from(scope));
  }

  private Course run(List<Move> moves, Course course) {
    Course now = course;
    for (Move move : moves) {
      if (move.when().holds(now.scope())) {
        now = now.changed() ? makeAfterAChange(move, now) : make(move, now);
      }
    }
    return now;
  }

  private Course makeAfterAChange(Move move, Course course) {
    try {
      return make(move, course);
    } catch (Ended e) {
      throw e.afterAChange();
    }
  }

  private Course make(Move move, Course course) {
    return switch (move) {
      case Move.Read read ->
          course.knowing(course.scope().with(read.as(), read(read, course.scope())));
      case Move.Change change -> course.afterChange(talks.change(change.request(), course.scope()));
      case Move.ForEach each -> forEach(each, course);
      case Move.Stop stop -> throw new Ended(ending(stop.why(), course.scope()));
    };
  }

  private Course forEach(Move.ForEach each, Course course) {
    Course now = course;
    for (JsonNode item : each.in().in(course.scope())) {
      now = run(each.moves(), now.knowing(now.scope().with(each.as(), item)));
    }
    return now.knowing(course.scope());
  }

  /** The answer, or null if there is none. */
  private JsonNode read(Move.Read read, Scope scope) {
    JsonNode answer =
        read.over()
            .map(over -> each(read.request(), over, scope))
            .orElseGet(() -> rows(read.request(), scope));
    JsonNode kept = read.keep().map(keep -> filter(answer, keep, scope)).orElse(answer);
    return read.pick().map(pick -> one(filter(kept, pick, scope))).orElse(kept);
  }

  private JsonNode each(String request, Over over, Scope scope) {
    ArrayNode answers = Bodies.JSON.createArrayNode();
    for (JsonNode item : over.in().in(scope)) {
      talks.read(request, scope.with(over.as(), item)).ifPresent(answers::add);
    }
    return answers;
  }

  private static JsonNode one(JsonNode items) {
    if (items.size() > 1) {
      throw new Ended(new Ending.TooMany(items.size()));
    }
    return items.isEmpty() ? NullNode.getInstance() : items.get(0);
  }

  private static JsonNode filter(JsonNode items, Condition condition, Scope scope) {
    ArrayNode kept = Bodies.JSON.createArrayNode();
    for (JsonNode item : items) {
      if (condition.holds(scope.with("item", item))) {
        kept.add(item);
      }
    }
    return kept;
  }

  private static Ending ending(Move.Why why, Scope scope) {
    return switch (why) {
      case Move.Why.Cannot(Template words, Template whatToDo) ->
          new Ending.Cannot(words.tell(scope), whatToDo.tell(scope));
      case Move.Why.Later(Duration after, Template words) ->
          new Ending.Later(after, words.tell(scope));
      case Move.Why.Failed(Template words, Template whatToDo) ->
          new Ending.Failed(words.tell(scope), whatToDo.tell(scope));
    };
  }

  /** One read of a check; empty if what was asked for is not there. */
  Optional<Scope> look(Move.Read read, Scope scope) {
    JsonNode found = read(read, scope);
    return found.isNull() ? Optional.empty() : Optional.of(scope.with(read.as(), found));
  }

  /** The answer of one request, or null if there is none. */
  JsonNode rows(String request, Scope scope) {
    return talks.read(request, scope).orElse(NullNode.getInstance());
  }
}
