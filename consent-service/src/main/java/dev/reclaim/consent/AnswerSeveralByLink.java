package dev.reclaim.consent;

import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.PromptId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes one answer to several questions that came in one message: they share its code, so the code
 * is typed once.
 */
public final class AnswerSeveralByLink {

  private final AnswerByLink byLink;
  private final Candidates candidates;
  private final Mine mine;

  public AnswerSeveralByLink(AnswerByLink byLink, Candidates candidates, Mine mine) {
    this.byLink = byLink;
    this.candidates = candidates;
    this.mine = mine;
  }

  /** What became of it. */
  public sealed interface Outcome {

    /**
     * The code was right.
     *
     * @param closed those that were closed meanwhile
     * @param incomplete those whose campaign wants more than was given; nothing has changed there
     */
    record Counted(int taken, int closed, int incomplete) implements Outcome {}

    /** Nothing counts, and this is why. */
    record Refused(AnswerByLink.Outcome why) implements Outcome {}
  }

  /**
   * Must be called inside a transaction, which must be kept whatever the outcome is.
   *
   * @param picked only those of the same message count
   */
  public Outcome answer(
      String token,
      String code,
      Set<PromptId> picked,
      Answer answer,
      Optional<String> comment,
      Instant now) {
    List<Prompt> prompts = pickedOf(token, picked);
    // In one order everywhere, so that two answers wait for each other in line, not in a circle.
    Stream.concat(prompts.stream(), byLink.linkedBy(token).stream().map(Prompts.Linked::prompt))
        .map(Prompt::candidate)
        .distinct()
        .sorted(Comparator.comparing(CandidateId::value))
        .forEach(candidates::lock);
    Optional<AnswerByLink.Outcome> refused = byLink.whyNot(token, code, now);
    if (refused.isPresent()) {
      return new Outcome.Refused(refused.get());
    }
    List<AnswerByLink.Outcome> outcomes =
        prompts.stream()
            .map(prompt -> byLink.counts(prompt, new AnswerByLink.Given(answer, comment), now))
            .toList();
    int taken = count(outcomes, AnswerByLink.Outcome.Taken.class);
    int incomplete = count(outcomes, AnswerByLink.Outcome.Incomplete.class);
    return new Outcome.Counted(taken, outcomes.size() - taken - incomplete, incomplete);
  }

  private static int count(
      List<AnswerByLink.Outcome> outcomes, Class<? extends AnswerByLink.Outcome> kind) {
    return Math.toIntExact(outcomes.stream().filter(kind::isInstance).count());
  }

  private List<Prompt> pickedOf(String token, Set<PromptId> picked) {
    return byLink.linkedBy(token).stream()
        .flatMap(linked -> mine.askedTogetherWith(linked.prompt().id()).stream())
        .filter(prompt -> picked.contains(prompt.id()))
        .toList();
  }
}
