package dev.reclaim.revocation;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.Connector;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.sandbox.directory.Company;
import dev.reclaim.sandbox.directory.Effect;
import dev.reclaim.sandbox.directory.Fault;
import dev.reclaim.sandbox.directory.SandboxDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The connector for Active Directory, and the sandbox's directory over LDAP. */
final class DirectoryOnStage implements VendorOnStage {

  private static final ConnectionName NAME = new ConnectionName("directory");
  private static final String PASSWORD = "only-for-this-test";
  private static final Set<Effect.Kind> TAKING =
      Set.of(Effect.Kind.MEMBER_REMOVED, Effect.Kind.ACCOUNT_DISABLED);

  private final SandboxDirectory directory;
  private final LDAPConnection administrator;
  private final Connections connections;
  private int people;

  DirectoryOnStage() {
    try {
      this.directory = SandboxDirectory.start(0, PASSWORD, Optional.empty());
      this.administrator =
          new LDAPConnection("127.0.0.1", directory.port(), Company.ADMINISTRATOR, PASSWORD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
    this.connections =
        Connections.from(
            Map.of(
                NAME.value(),
                Map.of(
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
                    Company.DOMAIN)));
  }

  @Override
  public Connector connector() {
    return connections.named(NAME);
  }

  @Override
  public SeatSource source() {
    return new SeatSource(NAME, Company.LICENCE_GROUP);
  }

  @Override
  public String personWithSeat() {
    people++;
    String login = "t" + people + "x";
    try {
      administrator.add(
          new Entry(
              name(login),
              new Attribute("objectClass", "user"),
              new Attribute("sAMAccountName", login),
              new Attribute("userPrincipalName", login + "@example.com"),
              // 512: a normal account; 32: it needs no password, so none has to be set
              new Attribute("userAccountControl", "544")));
      administrator.modify(
          Company.LICENCE_GROUP,
          new Modification(ModificationType.ADD, "member", name(login).toString()));
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
    return login + "@example.com";
  }

  private static DN name(String login) {
    try {
      return new DN(new RDN("CN", login), new DN(Company.PEOPLE));
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public List<String> taken(String account) {
    return effects(account, true);
  }

  @Override
  public List<String> given(String account) {
    return effects(account, false);
  }

  private List<String> effects(String account, boolean taking) {
    String name = name(account.replaceFirst("@.*", "")).toString();
    return directory.effects().all().stream()
        .filter(effect -> !effect.by().equals(Company.ADMINISTRATOR))
        .filter(effect -> effect.member().equals(name) || effect.entry().equals(name))
        .filter(effect -> TAKING.contains(effect.kind()) == taking)
        .map(effect -> effect.kind() + " " + effect.entry())
        .toList();
  }

  @Override
  public int changesToTake() {
    return 1;
  }

  @Override
  public void loseAnswer(int after) {
    directory.faults().add(new Fault(Fault.Kind.DROP_ANSWER, 1, Duration.ZERO));
  }

  @Override
  public void behave() {
    directory.faults().forget();
  }

  @Override
  public void close() {
    connections.close();
    administrator.close();
    directory.close();
  }
}
