package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchScope;
import dev.reclaim.connectors.Connections;
import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.conformance.Stage;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A stage in any directory: set over LDAP by its administrator, looked at the same way. */
final class DirectoryStage implements Stage, AutoCloseable {

  private static final ConnectionName GOOD = new ConnectionName("good");
  private static final ConnectionName WRONG = new ConnectionName("wrong-password");
  private static final ConnectionName READER = new ConnectionName("reader");
  private static final ConnectionName NOBODY = new ConnectionName("nobody-there");

  private static final AtomicInteger NEXT = new AtomicInteger();

  private final LDAPConnection administrator;
  private final DN domain;
  private final Connections connections;
  private final String run = "r" + NEXT.incrementAndGet();
  private final String people;
  private final String group;
  private final String team;

  /**
   * Builds the groups of one stage.
   *
   * @param settings of the connection with all rights
   * @param readerLogin may read and not change; same password
   */
  DirectoryStage(LDAPConnection administrator, Map<String, String> settings, String readerLogin)
      throws LDAPException {
    this.administrator = administrator;
    this.domain = new DN(settings.get("base-dn"));
    this.people = "OU=People," + domain;
    this.group = groupNamed("LIC-" + run);
    this.team = groupNamed("Team, " + run);
    change(group, ModificationType.ADD, "member", team);
    this.connections =
        Connections.from(
            Map.of(
                GOOD.value(), settings,
                WRONG.value(), with(settings, "password", wrongPassword()),
                READER.value(), with(settings, "bind-dn", readerLogin),
                NOBODY.value(), nobodyThere(settings)));
  }

  private static Map<String, String> with(Map<String, String> settings, String key, String value) {
    Map<String, String> changed = new HashMap<>(settings);
    changed.put(key, value);
    return changed;
  }

  private static Map<String, String> nobodyThere(Map<String, String> settings) {
    Map<String, String> changed = with(settings, "url", "ldap://127.0.0.1:1");
    changed.put("security", "none");
    return changed;
  }

  @Override
  public Connector connector() {
    return connections.named(GOOD);
  }

  @Override
  public Connector withWrongPassword() {
    return connections.named(WRONG);
  }

  @Override
  public String wrongPassword() {
    return "Wr0ng-and-secret";
  }

  @Override
  public Connector withoutRights() {
    return connections.named(READER);
  }

  @Override
  public Connector unreachable() {
    return connections.named(NOBODY);
  }

  @Override
  public SeatSource source() {
    return new SeatSource(GOOD, group);
  }

  @Override
  public SeatSource missingSource() {
    return new SeatSource(GOOD, "CN=No such group,OU=Groups," + domain);
  }

  @Override
  public SeatRef seatHeldDirectly() {
    SeatRef seat = seatNotHeld();
    putIn(group, seat);
    return seat;
  }

  @Override
  public SeatRef seatNotHeld() {
    int number = NEXT.incrementAndGet();
    String login = "t" + number + "x";
    add(
        new Entry(
            new DN(new RDN("CN", "Prüfer, " + number + " (a*b) \\ #"), dn(people)),
            new Attribute("objectClass", "user"),
            new Attribute("sAMAccountName", login),
            new Attribute("userPrincipalName", login + "@example.com"),
            new Attribute("mail", "Tester." + number + "@example.com"),
            new Attribute("employeeNumber", Integer.toString(number)),
            // 512: a normal account; 32: it needs no password, so none has to be set
            new Attribute("userAccountControl", "544")));
    return seatOf(login + "@example.com");
  }

  @Override
  public SeatRef seatInherited() {
    SeatRef seat = seatNotHeld();
    putIn(team, seat);
    return seat;
  }

  @Override
  public String seatGivingGroup() {
    return team;
  }

  @Override
  public SeatRef seatOfProtected() {
    SeatRef seat = seatHeldDirectly();
    change(nameOf(seat), ModificationType.REPLACE, "adminCount", "1");
    return seat;
  }

  @Override
  public SeatRef seatOfNobody() {
    return seatOf("nobody" + NEXT.incrementAndGet() + "@example.com");
  }

  @Override
  public boolean hasSeat(SeatRef seat) {
    String name = nameOf(seat);
    for (String holder : new String[] {group, team}) {
      Entry entry = read(holder, "member");
      if (entry.hasAttribute("member")
          && Stream.of(entry.getAttributeValues("member")).anyMatch(m -> dn(m).equals(dn(name)))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean isEnabled(SeatRef seat) {
    return (control(seat) & 2) == 0;
  }

  @Override
  public void disable(SeatRef seat) {
    change(
        nameOf(seat),
        ModificationType.REPLACE,
        "userAccountControl",
        Integer.toString(control(seat) | 2));
  }

  @Override
  public void renameAndMove(SeatRef seat) {
    try {
      administrator.modifyDN(
          nameOf(seat),
          new RDN("CN", "Renamed " + NEXT.incrementAndGet()).toString(),
          true,
          "OU=Groups," + domain);
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void delete(SeatRef seat) {
    try {
      administrator.delete(nameOf(seat));
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    connections.close();
    administrator.close();
  }

  DN domain() {
    return domain;
  }

  String group() {
    return group;
  }

  String team() {
    return team;
  }

  SeatRef seatOf(String account) {
    return SeatRef.of(
        HolderId.of(account), new ApplicationId("tableau"), "standard", account, new Via.Direct());
  }

  void putIn(String intoGroup, SeatRef seat) {
    change(intoGroup, ModificationType.ADD, "member", nameOf(seat));
  }

  void change(String name, ModificationType type, String attribute, String value) {
    try {
      administrator.modify(name, new Modification(type, attribute, value));
    } catch (LDAPException e) {
      throw new AssertionError(name + " " + attribute + ": " + e.getMessage(), e);
    }
  }

  String groupNamed(String name) {
    DN dn = new DN(new RDN("CN", name), dn("OU=Groups," + domain));
    add(
        new Entry(
            dn,
            new Attribute("objectClass", "group"),
            new Attribute("sAMAccountName", name.replace(", ", "-"))));
    return dn.toString();
  }

  String nameOf(SeatRef seat) {
    try {
      Entry found =
          administrator.searchForEntry(
              domain.toString(),
              SearchScope.SUB,
              Filter.createEqualityFilter("userPrincipalName", seat.account()),
              "objectClass");
      return found.getDN();
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }

  Entry read(String name, String... attributes) {
    try {
      return administrator.getEntry(name, attributes);
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }

  void add(Entry entry) {
    try {
      administrator.add(entry);
    } catch (LDAPException e) {
      throw new AssertionError(entry.getDN() + ": " + e.getMessage(), e);
    }
  }

  private int control(SeatRef seat) {
    return read(nameOf(seat), "userAccountControl")
        .getAttributeValueAsInteger("userAccountControl");
  }

  private static DN dn(String text) {
    try {
      return new DN(text);
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }
}
