package dev.reclaim.connectors;

import dev.reclaim.events.ConnectionName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All configured connections, by name. */
public final class Connections implements AutoCloseable {

  private final Map<String, Connector> byName;

  private Connections(Map<String, Connector> byName) {
    this.byName = byName;
  }

  /**
   * Reads all settings, of every kind of connector on the class path, without connecting.
   *
   * @param configured the settings of each connection by its name, as written under {@code
   *     reclaim.connections.<name>.<key>}
   * @throws BadSettings if a key is missing or wrong; the message begins with the key
   */
  public static Connections from(Map<String, Map<String, String>> configured) {
    return from(configured, kinds());
  }

  static Connections from(
      Map<String, Map<String, String>> configured, List<ConnectorKind> available) {
    Map<String, Connector> connectors = new TreeMap<>();
    configured.forEach(
        (name, values) -> {
          Settings settings = new Settings(nameOf(name), values);
          connectors.put(name, kindOf(settings, available).open(settings));
        });
    return new Connections(connectors);
  }

  /**
   * The connector behind a name.
   *
   * @throws UnknownConnection if nobody configured it
   */
  public Connector named(ConnectionName name) {
    Connector found = byName.get(name.value());
    if (found == null) {
      throw new UnknownConnection(name, names());
    }
    return found;
  }

  public Set<ConnectionName> names() {
    return byName.keySet().stream()
        .map(ConnectionName::new)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public void close() {
    byName.values().forEach(Connector::close);
  }

  @Override
  public String toString() {
    return "Connections" + byName.keySet();
  }

  private static ConnectionName nameOf(String name) {
    try {
      return new ConnectionName(name);
    } catch (IllegalArgumentException e) {
      throw new BadSettings("reclaim.connections." + name, e.getMessage());
    }
  }

  private static ConnectorKind kindOf(Settings settings, List<ConnectorKind> available) {
    String type = settings.required("type");
    return available.stream()
        .filter(kind -> kind.type().equals(type))
        .findFirst()
        .or(() -> fromCatalogs(type))
        .orElseThrow(
            () ->
                settings.refuse(
                    "type",
                    "'%s' is no kind of connector; there are %s and the files of the catalog"
                        .formatted(type, available.stream().map(ConnectorKind::type).toList())));
  }

  private static Optional<ConnectorKind> fromCatalogs(String type) {
    return ServiceLoader.load(ConnectorCatalog.class, ConnectorCatalog.class.getClassLoader())
        .stream()
        .map(ServiceLoader.Provider::get)
        .flatMap(catalog -> catalog.kind(type).stream())
        .findFirst();
  }

  private static List<ConnectorKind> kinds() {
    return ServiceLoader.load(ConnectorKind.class, ConnectorKind.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
