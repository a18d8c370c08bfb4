package dev.reclaim.sandbox.vendor;

import java.util.Map;
import java.util.Optional;

/** Scenes of a vendor where an account can be frozen, which is not the same as inactive. */
record FrozenToo(People people, Map<String, Boolean> frozen) implements Scenes {

  @Override
  public String entitlement() {
    return people.entitlement();
  }

  @Override
  public Optional<String> missingEntitlement() {
    return people.missingEntitlement();
  }

  @Override
  public boolean staysEnabledWithoutSeat() {
    return people.staysEnabledWithoutSeat();
  }

  @Override
  public String personWithoutSeat() {
    return people.personWithoutSeat();
  }

  @Override
  public String personWithSeat() {
    return people.personWithSeat();
  }

  @Override
  public Optional<String> personWithInheritedSeat() {
    return people.personWithInheritedSeat();
  }

  @Override
  public String protectedPerson() {
    return people.protectedPerson();
  }

  @Override
  public boolean hasSeat(String account) {
    return people.hasSeat(account);
  }

  @Override
  public boolean isEnabled(String account) {
    return people.isEnabled(account) && !frozen.getOrDefault(id(account), false);
  }

  @Override
  public void disable(String account) {
    frozen.put(id(account), true);
  }

  @Override
  public void rename(String account) {
    people.rename(account);
  }

  @Override
  public void delete(String account) {
    people.delete(account);
  }

  @Override
  public void use(String account) {
    people.use(account);
  }

  @Override
  public String nameInUsage(String account) {
    return people.nameInUsage(account);
  }

  private String id(String account) {
    return people.byEmail(account).map(Person::id).orElse("");
  }
}
