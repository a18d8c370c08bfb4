package dev.reclaim.consent.web;

import dev.reclaim.consent.Mine;
import dev.reclaim.consent.Words;
import dev.reclaim.events.Holder;
import dev.reclaim.http.browser.Csrf;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;

/** Draws what stands around every page of a signed-in person. */
@RequestScoped
public class Frames {

  private final Mine mine;
  private final Visitor visitor;
  private final Csrf csrf;

  Frames(Mine mine, Visitor visitor, Csrf csrf) {
    this.mine = mine;
    this.visitor = visitor;
    this.csrf = csrf;
  }

  Frame around(String current, Holder me, Words words, List<Frame.Notice> notices) {
    return new Frame(
        words,
        current,
        me.name(),
        csrf.token(),
        mine.openQuestionsTo(me.id()).size(),
        mine.countWaitingFor(me.id()),
        notices);
  }

  /** For a login that HR knows nobody by. */
  TemplateInstance nobody(String current) {
    Words words = visitor.words(Optional.empty());
    return PeopleTemplates.nobody(
        new Frame(words, current, visitor.login().orElse(""), csrf.token(), 0, 0, List.of()));
  }
}
