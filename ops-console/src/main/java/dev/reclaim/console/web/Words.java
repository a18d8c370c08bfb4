package dev.reclaim.console.web;

import dev.reclaim.console.Fact;
import dev.reclaim.console.web.DetailView.Shown;
import dev.reclaim.events.Actor;
import dev.reclaim.events.HolderId;
import java.util.Map;

/** People and facts, as the reader calls them. */
final class Words {

  private final Reader reader;
  private final Map<HolderId, String> names;

  Words(Reader reader, Map<HolderId, String> names) {
    this.reader = reader;
    this.names = names;
  }

  /** As people call the holder; the id while nobody has said. */
  String name(HolderId holder) {
    return names.getOrDefault(holder, holder.value());
  }

  String who(Actor actor) {
    return switch (actor.role()) {
      case HOLDER -> "by " + name(new HolderId(actor.id())) + ", the holder";
      case APPROVER -> "by " + name(new HolderId(actor.id())) + ", the approver";
      case OPERATOR -> "by " + actor.id() + ", operator";
      case SYSTEM -> "by Reclaim, " + actor.id();
    };
  }

  Shown shown(Fact fact) {
    return switch (fact.value()) {
      case Fact.Text text -> new Shown(fact.name(), text.text(), false);
      case Fact.Code code -> new Shown(fact.name(), code.code(), true);
      case Fact.Person person -> new Shown(fact.name(), name(person.holder()), false);
      case Fact.Length length -> new Shown(fact.name(), Ages.words(length.duration()), false);
      case Fact.At at -> {
        Reader.Moment moment = reader.moment(at.instant());
        yield new Shown(fact.name(), moment.absolute() + " (" + moment.relative() + ")", false);
      }
    };
  }
}
