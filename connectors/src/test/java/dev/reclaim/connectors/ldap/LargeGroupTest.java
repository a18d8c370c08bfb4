package dev.reclaim.connectors.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.ListsSeats;
import dev.reclaim.connectors.SeatListing;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.sandbox.directory.Company;
import dev.reclaim.sandbox.directory.SandboxDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A directory answers 1500 values and 1000 entries at a time; a naive reader sees no member. */
class LargeGroupTest {

  private static final String PASSWORD = "only-for-this-test";
  private static final ConnectionName DIRECTORY = new ConnectionName("directory");
  private static final int MEMBERS = 1600;

  @Test
  void listsEveryMemberOfALargeGroup() throws Exception {
    // given
    try (SandboxDirectory directory = SandboxDirectory.start(0, PASSWORD, Optional.empty());
        Connections connections = Connections.from(Map.of(DIRECTORY.value(), to(directory)))) {
      String group = largeGroup(directory);
      // when
      SeatListing listing =
          connections
              .named(DIRECTORY)
              .as(ListsSeats.class)
              .orElseThrow()
              .list(new SeatSource(DIRECTORY, group));
      // then
      assertThat(listing)
          .isInstanceOfSatisfying(
              SeatListing.Complete.class,
              complete ->
                  assertThat(complete.seats())
                      .extracting("account")
                      .doesNotHaveDuplicates()
                      .hasSize(MEMBERS));
    }
  }

  private static Map<String, String> to(SandboxDirectory directory) {
    return Map.of(
        "type",
        "active-directory",
        "url",
        directory.url(),
        "security",
        "none",
        "bind-dn",
        Company.SERVICE_LOGIN,
        "password",
        PASSWORD,
        "base-dn",
        Company.DOMAIN);
  }

  private static String largeGroup(SandboxDirectory directory) throws Exception {
    String group = "CN=LIC-Everybody," + Company.GROUPS;
    List<String> members = new ArrayList<>();
    try (LDAPConnection administrator =
        new LDAPConnection("127.0.0.1", directory.port(), Company.ADMINISTRATOR, PASSWORD)) {
      for (int number = 0; number < MEMBERS; number++) {
        String name = "CN=Member %04d,%s".formatted(number, Company.PEOPLE);
        administrator.add(
            new Entry(
                name,
                new Attribute("objectClass", "user"),
                new Attribute("sAMAccountName", "m" + number)));
        members.add(name);
      }
      administrator.add(
          new Entry(
              group,
              new Attribute("objectClass", "group"),
              new Attribute("sAMAccountName", "LIC-Everybody"),
              new Attribute("member", members)));
    }
    return group;
  }
}
