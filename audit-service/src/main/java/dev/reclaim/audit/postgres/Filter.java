package dev.reclaim.audit.postgres;

import dev.reclaim.audit.Question;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A question as conditions of SQL with their values. */
record Filter(String conditions, List<Object> values) {

  static Filter of(Question question) {
    Building filter = new Building();
    filter.and("position > ?", question.after());
    filter.and("position < ?", question.before());
    filter.text("holder = ?", question.holder());
    filter.text("candidate = ?", question.candidate());
    filter.text("actor = ?", question.actor());
    filter.time("time >= ?", question.from());
    filter.time("time < ?", question.to());
    question.application().ifPresent(filter::application);
    return new Filter(String.join(" AND ", filter.conditions), filter.values);
  }

  private static final class Building {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void and(String condition, Object value) {
      conditions.add(condition);
      values.add(value);
    }

    void text(String condition, Optional<String> value) {
      value.ifPresent(text -> and(condition, text));
    }

    void time(String condition, Optional<Instant> value) {
      value.ifPresent(time -> and(condition, time.atOffset(ZoneOffset.UTC)));
    }

    /** Most events of a candidate do not repeat its application. */
    void application(String application) {
      and(
          "(application = ? OR candidate IN (SELECT candidate FROM entry WHERE application = ?))",
          application);
      values.add(application);
    }
  }
}
