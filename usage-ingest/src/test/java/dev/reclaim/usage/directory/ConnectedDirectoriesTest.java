package dev.reclaim.usage.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.SeatListing;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.sandbox.directory.Company;
import dev.reclaim.sandbox.directory.SandboxDirectory;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asks a real directory, as it is configured. */
class ConnectedDirectoriesTest {

  private static final String PASSWORD = "only-for-tests";

  private SandboxDirectory company;
  private Connections connections;
  private ConnectedDirectories directories;

  @BeforeEach
  void connect() throws IOException {
    company = SandboxDirectory.start(0, PASSWORD, Optional.empty());
    connections =
        Connections.from(
            Map.of(
                "corporate-directory",
                Map.of(
                    "type",
                    "active-directory",
                    "url",
                    company.url(),
                    "security",
                    "none",
                    "bind-dn",
                    Company.SERVICE_LOGIN,
                    "password",
                    PASSWORD,
                    "base-dn",
                    Company.DOMAIN)));
    directories = new ConnectedDirectories(connections);
  }

  @AfterEach
  void close() {
    connections.close();
    company.close();
  }

  @Test
  void listsWhoHoldsTheLicence() {
    // when
    SeatListing listing = list("corporate-directory", Company.LICENCE_GROUP);

    // then
    assertThat(listing).isInstanceOf(SeatListing.Complete.class);
    assertThat(((SeatListing.Complete) listing).seats())
        .isNotEmpty()
        .allSatisfy(seat -> assertThat(seat.identifiers()).isNotEmpty());
  }

  @Test
  void whatCannotBeReadIsUnreadableAndNotEmpty() {
    assertThat(list("corporate-directory", "CN=None,OU=Groups," + Company.DOMAIN))
        .isInstanceOf(SeatListing.Unreadable.class);
    assertThat(list("elsewhere", Company.LICENCE_GROUP)).isInstanceOf(SeatListing.Unreadable.class);
    company.close();
    assertThat(list("corporate-directory", Company.LICENCE_GROUP))
        .isInstanceOf(SeatListing.Unreadable.class);
  }

  private SeatListing list(String connection, String group) {
    return directories.list(new SeatSource(new ConnectionName(connection), group));
  }
}
