package dev.reclaim.consent.web;

import dev.reclaim.consent.Question;
import dev.reclaim.events.CampaignPlan;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
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

  AllowsPicture(
      @ConfigProperty(name = "quarkus.http.header.\"Content-Security-Policy\".value")
          String policy) {
    this.policy = policy;
  }

  Response on(Response page, Question question) {
    return question
        .sender()
        .flatMap(CampaignPlan.Sender::picture)
        .flatMap(AllowsPicture::origin)
        .map(origin -> policy.replace(IMAGES, IMAGES + " " + origin))
        .map(allowing -> Response.fromResponse(page).header(HEADER, allowing).build())
        .orElse(page);
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
