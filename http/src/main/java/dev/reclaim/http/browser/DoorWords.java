package dev.reclaim.http.browser;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/** What is said at the door, in the first language of the reader's browser that we speak. */
@RequestScoped
public class DoorWords {

  private static final Set<String> SPOKEN = Set.of("en", "de", "fr", "es", "ja");
  private static final ResourceBundle.Control AS_NAMED =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale language;
  private final ResourceBundle words;

  DoorWords(HttpHeaders headers) {
    this.language =
        headers.getAcceptableLanguages().stream()
            .filter(wanted -> SPOKEN.contains(wanted.getLanguage()))
            .findFirst()
            .orElse(Locale.ENGLISH);
    this.words = ResourceBundle.getBundle("words.door", language, AS_NAMED);
  }

  public String lang() {
    return language.getLanguage();
  }

  public String say(String key) {
    return words.getString(key);
  }
}
