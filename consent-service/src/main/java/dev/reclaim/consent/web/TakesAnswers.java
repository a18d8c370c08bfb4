package dev.reclaim.consent.web;

import dev.reclaim.consent.AnswerByLink;
import dev.reclaim.consent.AnswerInSession;
import dev.reclaim.consent.AnswerSeveralByLink;
import dev.reclaim.consent.Decision;
import dev.reclaim.consent.Prompt;
import dev.reclaim.consent.Prompts;
import dev.reclaim.consent.WhatIsMissing;
import dev.reclaim.events.Answer;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PromptId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Hands answers over, each in a transaction of its own. */
@RequestScoped
public class TakesAnswers {

  private static final int LONGEST_COMMENT = 1_000;

  private final AnswerByLink byLink;
  private final AnswerSeveralByLink several;
  private final AnswerInSession inSession;
  private final Visitor visitor;
  private final AskPage page;
  private final Prompts prompts;

  TakesAnswers(
      AnswerByLink byLink,
      AnswerSeveralByLink several,
      AnswerInSession inSession,
      Visitor visitor,
      AskPage page,
      Prompts prompts) {
    this.byLink = byLink;
    this.several = several;
    this.inSession = inSession;
    this.visitor = visitor;
    this.page = page;
    this.prompts = prompts;
  }

  AnswerByLink.Outcome byCode(String token, String code, AnswerByLink.Given given) {
    return QuarkusTransaction.requiringNew()
        .call(() -> byLink.answer(token, code, given, visitor.now()));
  }

  AnswerSeveralByLink.Outcome severalByCode(
      String token, String code, List<String> picked, Answer answer, String comment) {
    Set<PromptId> questions = picked.stream().map(PromptId::new).collect(Collectors.toSet());
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                several.answer(token, code, questions, answer, shortened(comment), visitor.now()));
  }

  AnswerInSession.Outcome inSession(PromptId prompt, Holder me, AnswerByLink.Given given) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                inSession.answer(prompt, me, visitor.login().orElseThrow(), given, visitor.now()));
  }

  /** Puts on the record that the question was opened in the session of somebody else. */
  void wasOpenedBy(String login, Prompt prompt) {
    QuarkusTransaction.requiringNew().run(() -> inSession.wasOpenedBy(login, prompt));
  }

  /** Whether the campaign wants a word from those who keep, and none was given. */
  boolean lacksReason(Prompt prompt, Answer answer, String comment) {
    return answer == Answer.KEEP
        && page.question(prompt).reasonForKeep()
        && shortened(comment).isEmpty();
  }

  /** What the campaign asks more than was answered. */
  Optional<WhatIsMissing> missing(Prompt prompt, AnswerByLink.Given given) {
    return prompt.kind() == Decision.Kind.HOLDER
        ? WhatIsMissing.in(page.plan(prompt), given.answer(), given.comment(), given.further())
        : Optional.empty();
  }

  /** Whether more is asked of this person; of a question to somebody else nothing is told. */
  boolean isIncomplete(String question, Holder me, AnswerByLink.Given given) {
    return prompts
        .find(new PromptId(question))
        .filter(prompt -> prompt.asked().equals(me.id()))
        .flatMap(prompt -> missing(prompt, given))
        .isPresent();
  }

  /** As {@link #lacksReason}, for any of several questions. */
  boolean lackReason(List<String> questions, Answer answer, String comment) {
    return questions.stream()
        .map(question -> prompts.find(new PromptId(question)))
        .flatMap(Optional::stream)
        .anyMatch(prompt -> lacksReason(prompt, answer, comment));
  }

  static Optional<String> shortened(String comment) {
    return Optional.ofNullable(comment)
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .map(it -> it.length() <= LONGEST_COMMENT ? it : it.substring(0, LONGEST_COMMENT));
  }

  static Optional<Answer> chosen(String answer) {
    return switch (answer == null ? "" : answer) {
      case "Keep" -> Optional.of(Answer.KEEP);
      case "Release" -> Optional.of(Answer.RELEASE);
      default -> Optional.empty();
    };
  }
}
