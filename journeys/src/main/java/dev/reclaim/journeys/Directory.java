package dev.reclaim.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** What the directory says by itself, past all of Reclaim's services. */
final class Directory {

  static final String LICENCE_GROUP = "CN=LIC-Tableau,OU=Groups,DC=example,DC=com";
  private static final int ACCOUNTDISABLE = 2;

  private final Town town;
  private final Http http;

  Directory(Town town, Http http) {
    this.town = town;
    this.http = http;
  }

  boolean hasLicence(Person person) {
    return StreamSupport.stream(entry(person).path("memberOf").spliterator(), false)
        .anyMatch(group -> group.asText().equalsIgnoreCase(LICENCE_GROUP));
  }

  boolean isEnabled(Person person) {
    JsonNode control = entry(person).path("userAccountControl");
    int value = (control.isArray() ? control.get(0) : control).asInt();
    return (value & ACCOUNTDISABLE) == 0;
  }

  /** How often the membership of this person was really removed. */
  long removals(Person person) {
    JsonNode effects = http.get(town.sandbox("/directory/effects")).expect(200).json();
    return StreamSupport.stream(effects.spliterator(), false)
        .filter(effect -> effect.toString().contains(person.dn().replace("\\", "\\\\")))
        .filter(effect -> effect.path("kind").asText().toLowerCase(Locale.ROOT).contains("remov"))
        .mapToLong(effect -> effect.path("count").asLong(1))
        .sum();
  }

  private JsonNode entry(Person person) {
    String filter =
        URLEncoder.encode("(sAMAccountName=" + person.sam() + ")", StandardCharsets.UTF_8);
    JsonNode found =
        http.get(town.sandbox("/directory/entries?filter=" + filter)).expect(200).json();
    if (found.size() != 1) {
      throw new StoryFailed("the directory knows " + found.size() + " of " + person.name());
    }
    JsonNode entry = found.get(0);
    return entry.has("attributes") ? entry.get("attributes") : entry;
  }
}
