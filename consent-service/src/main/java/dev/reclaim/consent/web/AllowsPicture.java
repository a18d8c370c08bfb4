package dev.reclaim.consent.web;

import dev.reclaim.consent.Question;
import dev.reclaim.events.CampaignPlan;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets a browser load the picture of a campaign's sender: from that host alone, on that page alone.
 * Everything else stays as the Content-Security-Policy of all pages says.
 */
@Singleton
public class AllowsPicture {

  private static final String HEADER = "Content-Security-Policy";
  private static final String IMAGES = "img-src 'self'";

  /** What ends a source in the header, or stands for several hosts, is in no such name. */
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:\\d{1,5})?");

  private final String policy;
  private final CurrentVertxRequest request;

  AllowsPicture(
      @ConfigProperty(name = "quarkus.http.header.\"Content-Security-Policy\".value") String policy,
      CurrentVertxRequest request) {
    this.policy = policy;
    this.request = request;
  }

  /** Must be called before the page of this question is sent. */
  void on(Question question) {
    question
        .sender()
        .flatMap(CampaignPlan.Sender::picture)
        .flatMap(AllowsPicture::origin)
        .map(origin -> policy.replace(IMAGES, IMAGES + " " + origin))
        .ifPresent(this::replacePolicy);
  }

  /** A header of the answer itself would stand beside the first, and browsers obey both. */
  private void replacePolicy(String allowing) {
    request.getCurrent().response().putHeader(HEADER, allowing);
  }

  static Optional<String> origin(String picture) {
    try {
      return Optional.ofNullable(URI.create(picture).getRawAuthority())
          .filter(it -> HOST.matcher(it).matches())
          .map(it -> "https://" + it);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
