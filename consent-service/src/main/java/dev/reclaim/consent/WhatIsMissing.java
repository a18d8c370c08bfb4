package dev.reclaim.consent;

import dev.reclaim.events.Answer;
import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.ConsentEvent.Further;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks an answer against what the campaign asks. What a holder sends is data: an option that the
 * campaign does not have is refused, and a text stays a text.
 *
 * @param field {@code comment}, or the id of a question
 * @param why as a sentence
 */
public record WhatIsMissing(String field, String why) {

  private static final int LONGEST_TEXT = 1_000;

  /** Empty when nothing is. */
  public static Optional<WhatIsMissing> in(
      CampaignPlan plan, Answer answer, Optional<String> comment, List<Further> further) {
    if (answer == Answer.KEEP
        && plan.reasonForKeep() == CampaignPlan.ReasonForKeep.REQUIRED
        && comment.filter(it -> !it.isBlank()).isEmpty()) {
      return Optional.of(
          new WhatIsMissing("comment", "To keep the seat, say in a word what it is needed for."));
    }
    Set<String> asked =
        plan.questions().stream()
            .filter(it -> it.kind() != CampaignPlan.Kind.DECISION)
            .map(CampaignPlan.Question::id)
            .collect(Collectors.toSet());
    return further.stream()
        .filter(it -> !asked.contains(it.question()))
        .findFirst()
        .map(it -> new WhatIsMissing(it.question(), "Nobody asks this."))
        .or(
            () ->
                plan.questions().stream()
                    .filter(it -> asked.contains(it.id()))
                    .flatMap(it -> problem(it, given(it, further)).stream())
                    .findFirst());
  }

  private static List<String> given(CampaignPlan.Question question, List<Further> further) {
    return further.stream()
        .filter(it -> it.question().equals(question.id()))
        .flatMap(it -> it.given().stream())
        .filter(it -> !it.isBlank())
        .toList();
  }

  private static Optional<WhatIsMissing> problem(
      CampaignPlan.Question question, List<String> given) {
    if (given.isEmpty()) {
      return question.required()
          ? Optional.of(new WhatIsMissing(question.id(), "An answer to this is needed too."))
          : Optional.empty();
    }
    Optional<String> why =
        switch (question.kind()) {
          case SINGLE ->
              given.size() > 1
                  ? Optional.of("Only one of these can be chosen.")
                  : unknownOption(question, given);
          case SEVERAL -> unknownOption(question, given);
          case TEXT ->
              given.size() > 1 || given.getFirst().length() > LONGEST_TEXT
                  ? Optional.of("The text is longer than " + LONGEST_TEXT + " characters.")
                  : Optional.empty();
          case DECISION -> Optional.empty();
        };
    return why.map(it -> new WhatIsMissing(question.id(), it));
  }

  private static Optional<String> unknownOption(
      CampaignPlan.Question question, List<String> given) {
    Set<String> options =
        question.options().stream().map(CampaignPlan.Option::id).collect(Collectors.toSet());
    return options.containsAll(given)
        ? Optional.empty()
        : Optional.of("This is none of the answers to choose from.");
  }
}
