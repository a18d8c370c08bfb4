package dev.reclaim.consent.web;

import dev.reclaim.consent.DecideAsApprover;
import dev.reclaim.consent.HandOver;
import dev.reclaim.consent.Words;
import dev.reclaim.events.Answer;
import dev.reclaim.events.Holder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Counts what became of each of many decisions, and says so in a few words. */
final class Tally {

  private int taken;
  private int refused;
  private final Set<String> reasons = new LinkedHashSet<>();

  void count(DecideAsApprover.Outcome outcome) {
    switch (outcome) {
      case DecideAsApprover.Outcome.Taken _ -> taken++;
      case DecideAsApprover.Outcome.NotYours _ -> refuse("team.not-yours");
      case DecideAsApprover.Outcome.NotNow _, DecideAsApprover.Outcome.Unknown _ ->
          refuse("team.not-now");
    }
  }

  void count(HandOver.Outcome outcome) {
    switch (outcome) {
      case HandOver.Outcome.Handed _ -> taken++;
      case HandOver.Outcome.NotYours _ -> refuse("team.not-yours");
      case HandOver.Outcome.NotNow _, HandOver.Outcome.Unknown _ -> refuse("team.not-now");
    }
  }

  private void refuse(String reason) {
    refused++;
    reasons.add(reason);
  }

  List<Frame.Notice> notices(Answer answer, Words words) {
    String then = answer == Answer.KEEP ? "team.kept" : "team.released";
    return notices(words, words.say("team.taken.title", taken), words.say(then, taken));
  }

  List<Frame.Notice> noticesOfHandOver(Holder other, Words words) {
    return notices(
        words,
        words.say("team.handed-over.title", taken),
        words.say("team.handed-over.text", other.name()));
  }

  private List<Frame.Notice> notices(Words words, String title, String text) {
    List<Frame.Notice> notices = new ArrayList<>();
    if (taken > 0) {
      notices.add(Frame.Notice.done(title, text));
    }
    if (refused > 0) {
      List<String> lines = new ArrayList<>(List.of(words.label("team.not-taken.text")));
      reasons.stream().map(words::label).forEach(lines::add);
      notices.add(new Frame.Notice("attention", words.say("team.not-taken.title", refused), lines));
    }
    return notices;
  }
}
