package dev.reclaim.sandbox.vendor;

import java.util.Optional;

/** Sets and shows a vendor's state past its API. People are named by the label that finds them. */
public interface Scenes {

  /** A seat that a rule could name. */
  String entitlement();

  /** One that this vendor does not have; empty where there is only one kind of seat. */
  Optional<String> missingEntitlement();

  /** What is left after a downgrade; empty where there is none. */
  default Optional<String> lowerEntitlement() {
    return Optional.empty();
  }

  /** A new active account without a seat. */
  String personWithoutSeat();

  /** A new active account with a seat of its own. */
  String personWithSeat();

  /** A new active account with a seat through {@link #givingGroup()}; empty where none can be. */
  Optional<String> personWithInheritedSeat();

  /** As administrators know it. */
  default String givingGroup() {
    return "";
  }

  /** A new active account with a seat, from which nothing may be taken. */
  String protectedPerson();

  /** Whether an account can be signed in to after its seat was freed in the mildest way. */
  default boolean staysEnabledWithoutSeat() {
    return true;
  }

  /** Whether the vendor knows such a thing as a disabled account. */
  default boolean accountsCanBeDisabled() {
    return true;
  }

  /** Whether switching the account off frees the seat, since they are one thing here. */
  default boolean seatEndsWithAccount() {
    return false;
  }

  /** How many changes that mildest way makes. */
  default int changesToTake() {
    return 1;
  }

  boolean hasSeat(String account);

  boolean isEnabled(String account);

  /** As an administrator would. */
  void disable(String account);

  /** The same person under another name; the label goes on finding it. */
  void rename(String account);

  /** As if it had never been. */
  void delete(String account);

  /** Somebody uses the application now. */
  default void use(String account) {}

  /** By which name the vendor's reports of use know the account. */
  default String nameInUsage(String account) {
    return account;
  }
}
