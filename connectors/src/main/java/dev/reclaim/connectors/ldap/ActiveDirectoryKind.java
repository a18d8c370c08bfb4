package dev.reclaim.connectors.ldap;

import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.ConnectorKind;
import dev.reclaim.connectors.Settings;

/** {@code type=active-directory}. */
public final class ActiveDirectoryKind implements ConnectorKind {

  @Override
  public String type() {
    return ActiveDirectory.KIND;
  }

  @Override
  public Connector open(Settings settings) {
    return new ActiveDirectory(DirectorySettings.from(settings));
  }
}
