package dev.reclaim.consent.web;

import dev.reclaim.consent.Mine;
import dev.reclaim.consent.Prompt;
import dev.reclaim.events.Holder;
import jakarta.inject.Singleton;
import java.util.List;

/** What else is asked of the reader of a question. */
@Singleton
public class OtherQuestions {

  private final Mine mine;

  OtherQuestions(Mine mine) {
    this.mine = mine;
  }

  /** The question and those of the same message. */
  List<Prompt> together(Prompt prompt) {
    return mine.askedTogetherWith(prompt.id());
  }

  int besides(Prompt prompt, Holder me) {
    return (int)
        mine.openQuestionsTo(me.id()).stream()
            .filter(other -> !other.id().equals(prompt.id()))
            .count();
  }
}
