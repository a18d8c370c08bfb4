package dev.reclaim.connectors.ldap;

/** How an account belongs to a group. */
sealed interface Membership {

  /** It is a value of the group's member attribute, and belongs on no other road. */
  record Direct() implements Membership {}

  /** It belongs through another group, perhaps besides being a value itself. */
  record Inherited(String through) implements Membership {}

  /** The group is the account's primary group, which no member attribute shows. */
  record Primary() implements Membership {}

  /** It does not belong, on any road. */
  record None() implements Membership {}
}
