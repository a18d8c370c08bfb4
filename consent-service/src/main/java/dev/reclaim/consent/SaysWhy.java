package dev.reclaim.consent;

import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * The rule's reasons in the reader's language, by the names of its conditions. A condition that we
 * have no words for speaks for itself, in the English of the rule.
 */
final class SaysWhy {

  private final Words words;
  private final Addressee to;
  private final String holder;

  /**
   * For one reader.
   *
   * @param to which of the words: to the holder, or about them
   */
  SaysWhy(Words words, Addressee to, String holder) {
    this.words = words;
    this.to = to;
    this.holder = holder;
  }

  List<Sentence> of(CandidateFound found) {
    List<Sentence> all = new ArrayList<>();
    if (found.evidence() instanceof Evidence.Unknown unknown) {
      all.add(english(unknown.why()));
    }
    found.reasons().forEach(reason -> all.add(of(reason, found.evidence())));
    return List.copyOf(all);
  }

  private Sentence of(Reason reason, Evidence evidence) {
    return switch (reason.code()) {
      case "usedLessThan", "unusedFor", "neverUsed" -> littleUse(reason, evidence);
      case "presentElsewhere", "seatOlderThan", "holderLeft" ->
          Sentence.ours(words.say(to.key("reason." + reason.code()), holder));
      default ->
          words.has("reason." + reason.code())
              ? Sentence.ours(words.say("reason." + reason.code()))
              : english(reason.sentence());
    };
  }

  private Sentence littleUse(Reason reason, Evidence evidence) {
    return switch (evidence) {
      case Evidence.NotUsedSince idle ->
          Sentence.ours(
              words.say(
                  to.key("reason.not-used"),
                  words.day(idle.since()),
                  words.day(idle.coverageFrom())));
      case Evidence.Used used ->
          Sentence.ours(
              words.say(
                  to.key("reason.used-little"),
                  words.length(used.measured()),
                  words.lately(used.window())));
      case Evidence.Unknown _ -> english(reason.sentence());
    };
  }

  private Sentence english(String text) {
    return words.inLanguage(text, "en");
  }
}
