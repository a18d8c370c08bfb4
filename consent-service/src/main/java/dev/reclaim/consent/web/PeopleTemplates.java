package dev.reclaim.consent.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of holders and approvers, checked when the service is built. */
@CheckedTemplate(basePath = "people")
final class PeopleTemplates {

  private PeopleTemplates() {}

  static native TemplateInstance me(Frame frame, MyView view);

  static native TemplateInstance team(Frame frame, TeamView view);

  static native TemplateInstance nobody(Frame frame);
}
