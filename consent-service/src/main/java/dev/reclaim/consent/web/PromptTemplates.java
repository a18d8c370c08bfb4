package dev.reclaim.consent.web;

import dev.reclaim.consent.Question;
import dev.reclaim.consent.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;

/** The templates of one question, checked when the service is built. */
@CheckedTemplate(basePath = "prompt")
final class PromptTemplates {

  private PromptTemplates() {}

  static native TemplateInstance ask(
      Question q, Words w, AskPage.Form form, Optional<String> answered);

  static native TemplateInstance several(
      Words w, AskPage.Form form, String title, boolean reasonForKeep, List<AskPage.Item> items);

  static native TemplateInstance outcome(
      Words w, String shape, AskPage.Notice notice, boolean changeable);

  static native TemplateInstance refused(Words w, String login, String csrf);
}
