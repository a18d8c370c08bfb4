package dev.reclaim.consent;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who is who and what is what, in memory. */
final class Company implements People, Applications {

  private final Map<HolderId, Holder> people = new LinkedHashMap<>();
  private final Map<ApplicationId, ApplicationDefined> applications = new LinkedHashMap<>();

  static Company of(Holder... people) {
    Company company = new Company();
    for (Holder person : people) {
      company.people.put(person.id(), person);
    }
    return company;
  }

  Company having(ApplicationDefined application) {
    applications.put(application.application(), application);
    return this;
  }

  @Override
  public Optional<Holder> find(HolderId id) {
    return Optional.ofNullable(people.get(id));
  }

  @Override
  public Optional<Holder> named(String identifier) {
    return people.values().stream()
        .filter(
            it ->
                it.identifiers().stream()
                    .anyMatch(i -> i.normalised().equals(Identifier.normalise(identifier))))
        .findFirst();
  }

  @Override
  public void lock(Collection<HolderId> holders) {}

  @Override
  public boolean put(Holder holder) {
    people.put(holder.id(), holder);
    return true;
  }

  @Override
  public Optional<ApplicationDefined> find(ApplicationId application) {
    return Optional.ofNullable(applications.get(application));
  }

  @Override
  public Optional<CampaignDefined> campaign(CampaignName name) {
    return Optional.empty();
  }

  @Override
  public void put(ApplicationDefined application) {
    applications.put(application.application(), application);
  }

  @Override
  public void put(CampaignDefined campaign) {}
}
