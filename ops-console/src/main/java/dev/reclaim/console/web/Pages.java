package dev.reclaim.console.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates, checked when the service is built. */
@CheckedTemplate(basePath = "")
final class Pages {

  static final String HTML = "text/html;charset=UTF-8";

  private Pages() {}

  static native TemplateInstance candidates(Desk desk, ListView list);

  static native TemplateInstance candidate(Desk desk, DetailView detail);

  static native TemplateInstance orders(Desk desk, ManyView view);

  static native TemplateInstance services(Desk desk, ServicesView view);
}
