package dev.reclaim.http.browser;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Optional;

/** The templates, checked when the service is built. */
@CheckedTemplate(basePath = "reclaim")
final class DoorPages {

  static final String HTML = "text/html;charset=UTF-8";

  private DoorPages() {}

  static native TemplateInstance login(DoorWords words, boolean wrong);

  static native TemplateInstance signedOut(DoorWords words, Optional<String> company);

  static native TemplateInstance refusal(
      DoorWords words, Optional<String> title, Optional<String> detail);
}
