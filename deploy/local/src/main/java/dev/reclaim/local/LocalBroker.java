package dev.reclaim.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker (KRaft, one node) on the loopback interface. Its records lie in its folder
 * and outlive {@link #close} and {@code kill -9}. Topics are not made by themselves.
 */
public final class LocalBroker implements AutoCloseable {
  private final int port;
  private final KafkaRaftServer server;
  private final AtomicBoolean closed = new AtomicBoolean();

  private LocalBroker(int port, KafkaRaftServer server) {
    this.port = port;
    this.server = server;
  }

  /**
   * Starts inside this JVM and returns when clients may connect. The folder is formatted once.
   *
   * @param port for clients; 0 for any free one
   * @param controllerPort for the broker itself; 0 for any free one
   */
  public static LocalBroker start(Path folder, int port, int controllerPort) throws IOException {
    int forClients = FreePorts.orGiven(port);
    int forController = FreePorts.orGiven(controllerPort);
    Path absolute = folder.toAbsolutePath().normalize();
    Properties settings = BrokerSettings.of(absolute, forClients, forController);
    Files.createDirectories(absolute);
    format(absolute, settings);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    server.startup();
    return new LocalBroker(forClients, server);
  }

  /** What clients call {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  /** Stops the broker; its records stay. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      server.shutdown();
    }
  }

  /** The broker as a process of its own: folder, port, controller port. */
  public static void main(String[] arguments) throws IOException {
    Logger.getLogger("").setLevel(Level.WARNING);
    LocalBroker broker =
        start(
            Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop the broker"));
    System.out.println("Kafka answers on " + broker.bootstrapServers());
    broker.server.awaitShutdown();
  }

  private static void format(Path folder, Properties settings) throws IOException {
    if (Files.exists(folder.resolve("data").resolve("meta.properties"))) {
      return;
    }
    Path file = folder.resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      settings.store(writer, "What the storage was formatted with");
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    String[] command = {
      "format",
      "--cluster-id",
      Uuid.randomUuid().toString(),
      "--config",
      file.toString(),
      "--ignore-formatted"
    };
    if (StorageTool.execute(command, out) != 0) {
      throw new IOException(
          "Kafka could not format %s: %s".formatted(folder, said.toString(StandardCharsets.UTF_8)));
    }
  }
}
