package dev.reclaim.consent;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.HoldName;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import dev.reclaim.events.PolicyEvent.HoldLifted;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.events.PolicyEvent.RuleDefined;
import dev.reclaim.events.RuleName;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Who is who and what is what, in memory. */
final class Company implements People, Applications {

  private final Map<HolderId, Holder> people = new LinkedHashMap<>();
  private final Map<ApplicationId, ApplicationDefined> applications = new LinkedHashMap<>();

  private final Map<HoldName, HoldPlaced> holds = new LinkedHashMap<>();
  private final Map<CampaignName, CampaignDefined> campaigns = new LinkedHashMap<>();

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
    List<Holder> found =
        people.values().stream()
            .filter(
                it ->
                    it.identifiers().stream()
                        .anyMatch(i -> i.normalised().equals(Identifier.normalise(identifier))))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  @Override
  public List<Holder> among(Collection<HolderId> ids) {
    return ids.stream().map(people::get).filter(Objects::nonNull).toList();
  }

  @Override
  public Optional<Holder> headOf(String department) {
    List<Holder> heads =
        people.values().stream()
            .filter(it -> it.department().equals(Optional.of(department)))
            .filter(it -> it.status() != Holder.Status.LEFT)
            .filter(
                it ->
                    it.manager()
                        .filter(manager -> !manager.equals(it.id()))
                        .map(manager -> isKnownElsewhere(manager, it))
                        .orElse(true))
            .toList();
    List<Holder> atWork = heads.stream().filter(it -> it.status() == Holder.Status.ACTIVE).toList();
    List<Holder> count = atWork.isEmpty() ? heads : atWork;
    return count.size() == 1 ? Optional.of(count.getFirst()) : Optional.empty();
  }

  private boolean isKnownElsewhere(HolderId manager, Holder it) {
    return people.containsKey(manager) && !people.get(manager).department().equals(it.department());
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
    return Optional.ofNullable(campaigns.get(name));
  }

  @Override
  public List<HoldPlaced> holdsOn(Holder holder, ApplicationId application) {
    return holds.values().stream()
        .filter(
            it ->
                it.holder().isEmpty()
                    || it.holder().flatMap(this::named).equals(Optional.of(holder)))
        .filter(it -> it.application().isEmpty() || it.application().get().equals(application))
        .toList();
  }

  @Override
  public Optional<HoldPlaced> hold(HoldName name) {
    return Optional.ofNullable(holds.get(name));
  }

  @Override
  public void put(HoldPlaced hold) {
    holds.put(hold.hold(), hold);
  }

  @Override
  public void remove(HoldLifted lifted) {
    holds.remove(lifted.hold());
  }

  @Override
  public Duration restUnder(RuleName rule) {
    return Duration.ofDays(90);
  }

  @Override
  public void put(RuleDefined rule) {}

  @Override
  public void put(ApplicationDefined application) {
    applications.put(application.application(), application);
  }

  @Override
  public void put(CampaignDefined campaign) {
    campaigns.put(campaign.campaign(), campaign);
  }
}
