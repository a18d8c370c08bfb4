package dev.reclaim.http.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Where the other services answer: {@code reclaim.urls.<service>}. */
@ApplicationScoped
public class Addresses {

  public static final String RULES = "rule-evaluator";
  public static final String CONSENT = "consent-service";
  public static final String REVOCATION = "revocation-service";
  public static final String AUDIT = "audit-service";

  private static final List<String> ALL =
      List.of("usage-ingest", RULES, CONSENT, REVOCATION, AUDIT);

  private final Map<String, Optional<String>> known = new LinkedHashMap<>();

  Addresses(Config config) {
    ALL.forEach(
        service ->
            known.put(service, config.getOptionalValue("reclaim.urls." + service, String.class)));
  }

  public List<String> services() {
    return ALL;
  }

  /** Empty when the configuration names no address for this service. */
  public Optional<URI> of(String service, String path) {
    return known.get(service).map(base -> URI.create(base.replaceAll("/$", "") + path));
  }
}
