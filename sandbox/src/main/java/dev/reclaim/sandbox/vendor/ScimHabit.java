package dev.reclaim.sandbox.vendor;

import java.util.Map;

/** How a server keeps to the standard, and where it does not. Whoever signs in, chooses. */
public enum ScimHabit {
  /** As RFC 7644 says, with versions, and pages by number. */
  STANDARD("scim-standard"),

  /** Knows no PATCH, and PUT only with a version; JSON's own media type; errors of its own. */
  NO_PATCH("pw-no-patch"),

  /** Knows no filter, no versions and no pages, and wants a bare key. */
  BARE("scim-bare"),

  /** Was only ever tried with Entra: capital operations, texts for yes and no; filters nothing. */
  ENTRA("sec-entra"),

  /** Reads on by cursor, knows no path in a PATCH, and only switches off whom it deletes. */
  CURSOR("scim-cursor"),

  /** Takes a PUT of single attributes, and no numbers of pages. */
  PARTIAL("scim-partial");

  private final String secret;

  ScimHabit(String secret) {
    this.secret = secret;
  }

  /** The secret of who may do all; a login that may only read has more behind it. */
  String secret() {
    return secret;
  }

  /** How a connection must be set for it. */
  Map<String, String> settings() {
    return switch (this) {
      case STANDARD -> Map.of("token", secret, "find-by", "emails.value");
      case NO_PATCH ->
          Map.of(
              "sign-in", "basic",
              "user", "scim-no-patch",
              "password", secret,
              "find-by", "externalId",
              "change-by", "put",
              "media-type", "application/json");
      case BARE ->
          Map.of(
              "sign-in", "key",
              "key", secret,
              "find-by", "listing",
              "change-by", "put",
              "pages", "none");
      case ENTRA ->
          Map.of(
              "sign-in", "oauth",
              "client-id", "scim-entra",
              "client-secret", secret,
              "token-host", "login.example.com",
              "find-by", "externalId",
              "change-by", "patch-as-entra",
              "leave-by", "value",
              "members-in", "account");
      case CURSOR ->
          Map.of(
              "token", secret,
              "find-by", "listing",
              "pages", "cursor",
              "change-by", "patch-without-path",
              "deleting", "switches-off");
      case PARTIAL ->
          Map.of(
              "token", secret,
              "find-by", "emails",
              "pages", "none",
              "change-by", "put-only-active");
    };
  }

  /** By which attribute it searches; one that filters nothing takes any. */
  boolean filtersBy(String attribute) {
    return settings().get("find-by").equals(attribute);
  }

  /** The setting that holds the secret. */
  String secretKey() {
    return switch (this) {
      case STANDARD, CURSOR, PARTIAL -> "token";
      case NO_PATCH -> "password";
      case BARE -> "key";
      case ENTRA -> "client-secret";
    };
  }

  /** What stands in {@code Authorization} for a secret. */
  String authorization(String given) {
    return switch (this) {
      case STANDARD, CURSOR, PARTIAL, ENTRA -> "Bearer " + given;
      case NO_PATCH -> Basic.of("scim-no-patch", given);
      case BARE -> given;
    };
  }
}
