package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.ConnectorKind;
import dev.reclaim.connectors.Settings;
import dev.reclaim.outgoing.OutgoingHttp;
import dev.reclaim.outgoing.Sends;
import dev.reclaim.outgoing.TimeOuts;
import java.time.InstantSource;
import java.util.function.Function;

/** The kind of connector that one file describes. */
final class FileKind implements ConnectorKind {

  private final VendorFile file;
  private final Function<Connection, Sends> http;
  private final InstantSource clock;

  /** Over the network. */
  FileKind(VendorFile file) {
    this(
        file,
        connection ->
            new OutgoingHttp(connection.addresses().values(), connection.reach(), TimeOuts.USUAL),
        InstantSource.system());
  }

  FileKind(VendorFile file, Function<Connection, Sends> http, InstantSource clock) {
    this.file = file;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public String type() {
    return file.name();
  }

  @Override
  public Connector open(Settings settings) {
    Connection connection = Connection.of(file, settings);
    return new FileConnector(new Talks(file, connection, http.apply(connection), clock));
  }
}
