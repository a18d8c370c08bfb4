package dev.reclaim.sandbox.vendor;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** All vendors on stage, by the type of their connector. */
public final class Vendors {

  private final List<Supplier<PlayedVendor>> cast;
  private volatile Map<String, Played> byName;

  public Vendors(List<Supplier<PlayedVendor>> cast) {
    this.cast = List.copyOf(cast);
    this.byName = firstDay();
  }

  /** Every vendor that the sandbox can play. */
  public static Vendors all() {
    return new Vendors(
        List.of(
            Box::new,
            ConfluenceCloud::new,
            Dropbox::new,
            GithubEnterpriseCloud::new,
            GithubEnterpriseServer::new,
            GoogleWorkspace::new,
            JiraCloud::new,
            OktaSsoApp::new,
            OktaUser::new,
            SalesforceCrm::new,
            Scim2Generic::new,
            ServiceNow::new,
            Slack::new,
            TableauCloud::new,
            Zoom::new));
  }

  public Optional<Played> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Collection<Played> played() {
    return List.copyOf(byName.values());
  }

  /** Back to the first day. */
  public void reset() {
    byName = firstDay();
  }

  private Map<String, Played> firstDay() {
    Map<String, Played> played = new LinkedHashMap<>();
    for (Supplier<PlayedVendor> actor : cast) {
      PlayedVendor vendor = actor.get();
      played.put(vendor.name(), new Played(vendor));
    }
    return played;
  }
}
