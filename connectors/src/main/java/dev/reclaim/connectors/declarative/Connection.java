package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reclaim.connectors.Settings;
import dev.reclaim.outgoing.Origin;
import dev.reclaim.outgoing.Reach;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is configured for one connection of a file.
 *
 * @param settings what flows look up
 * @param secrets what only those who sign in look up
 */
record Connection(
    ObjectNode settings,
    ObjectNode secrets,
    Map<String, Origin> addresses,
    Reach reach,
    SignIn signIn) {

  /**
   * Reads the settings of one connection.
   *
   * @throws dev.reclaim.connectors.BadSettings if one is missing or wrong
   */
  static Connection of(VendorFile file, Settings given) {
    given.allowOnly(known(file));
    SignIn signIn = signIn(file, given);
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    ObjectNode secrets = JsonNodeFactory.instance.objectNode();
    for (Setting setting : file.talk().settings().values()) {
      value(setting, given, signIn)
          .ifPresent(value -> (setting.secret() ? secrets : settings).put(setting.name(), value));
    }
    Reach reach =
        given
            .optional("network")
            .map(
                name ->
                    Reach.named(name)
                        .orElseThrow(
                            () -> given.refuse("network", "must be public, private or loopback")))
            .orElse(Reach.PUBLIC);
    return new Connection(
        settings, secrets, addresses(file, given, settings, reach, signIn), reach, signIn);
  }

  /** The secrets of this way to sign in, as an administrator knows them: {@code 'token'}. */
  List<String> secretNames() {
    return secrets.properties().stream().map(entry -> "'" + entry.getKey() + "'").toList();
  }

  private static Optional<String> value(Setting setting, Settings given, SignIn signIn) {
    boolean needed =
        !setting.optional()
            && setting.otherwise().isEmpty()
            && setting.onlyWith().map(signIn.name()::equals).orElse(true);
    Optional<String> value =
        needed
            ? Optional.of(given.required(setting.name()))
            : given.optional(setting.name()).or(setting::otherwise);
    value
        .filter(one -> !setting.allows(one))
        .ifPresent(
            _ -> {
              throw given.refuse(setting.name(), "must be one of " + setting.oneOf());
            });
    return value;
  }

  private static SignIn signIn(VendorFile file, Settings given) {
    Map<String, SignIn> ways = file.talk().signIns();
    return given
        .optional("sign-in")
        .map(
            name ->
                Optional.ofNullable(ways.get(name))
                    .orElseThrow(() -> given.refuse("sign-in", "must be one of " + ways.keySet())))
        .orElseGet(() -> ways.values().iterator().next());
  }

  private static Map<String, Origin> addresses(
      VendorFile file, Settings given, ObjectNode settings, Reach reach, SignIn signIn) {
    Scope scope = Scope.empty().with("setting", settings);
    Map<String, Origin> addresses = new LinkedHashMap<>();
    file.talk()
        .addresses()
        .forEach(
            (name, template) -> {
              String key = "address-" + name;
              if (given.optional(key).isEmpty() && isOfAnother(template, file, signIn)) {
                return;
              }
              String text = given.optional(key).orElseGet(() -> template.fill(scope));
              try {
                addresses.put(name, Origin.parse(text, reach));
              } catch (IllegalArgumentException e) {
                throw given.refuse(key, e.getMessage());
              }
            });
    return addresses;
  }

  /** Whether an address is made of settings that only another way to sign in needs. */
  private static boolean isOfAnother(Template address, VendorFile file, SignIn signIn) {
    return address.lookups().stream()
        .map(lookup -> lookup.pointer().toString().substring(1))
        .flatMap(name -> Optional.ofNullable(file.talk().settings().get(name)).stream())
        .flatMap(setting -> setting.onlyWith().stream())
        .anyMatch(name -> !name.equals(signIn.name()));
  }

  private static Set<String> known(VendorFile file) {
    Set<String> keys = new TreeSet<>(file.talk().settings().keySet());
    keys.addAll(List.of("type", "network", "sign-in"));
    file.talk().addresses().keySet().forEach(name -> keys.add("address-" + name));
    return keys;
  }

  /** Without values. */
  @Override
  public String toString() {
    return "Connection" + addresses.values();
  }
}
