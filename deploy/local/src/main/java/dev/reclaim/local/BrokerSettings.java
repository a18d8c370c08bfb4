package dev.reclaim.local;

import java.nio.file.Path;
import java.util.Properties;

/** One broker that is its own controller, small, on the loopback interface only. */
final class BrokerSettings {
  private BrokerSettings() {}

  static Properties of(Path folder, int port, int controllerPort) {
    Properties settings = new Properties();
    settings.setProperty("node.id", "1");
    settings.setProperty("process.roles", "broker,controller");
    // The voters stand here and not in the log, so that the ports may change between two starts.
    settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.setProperty("controller.listener.names", "CONTROLLER");
    settings.setProperty(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
    settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    settings.setProperty(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.setProperty("log.dirs", folder.resolve("data").toString());
    keepsData(settings);
    comesBackSoon(settings);
    staysSmall(settings);
    return settings;
  }

  private static void keepsData(Properties settings) {
    String fourteenDaysInHours = "336";
    String fourteenDaysInMinutes = "20160";
    settings.setProperty("auto.create.topics.enable", "false");
    settings.setProperty("log.retention.hours", fourteenDaysInHours);
    settings.setProperty("offsets.retention.minutes", fourteenDaysInMinutes);
    settings.setProperty("num.partitions", "6");
    settings.setProperty("default.replication.factor", "1");
    settings.setProperty("min.insync.replicas", "1");
    settings.setProperty("offsets.topic.replication.factor", "1");
    settings.setProperty("transaction.state.log.replication.factor", "1");
    settings.setProperty("transaction.state.log.min.isr", "1");
    settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
    settings.setProperty("share.coordinator.state.topic.min.isr", "1");
    settings.setProperty("group.initial.rebalance.delay.ms", "0");
  }

  /**
   * After {@code kill -9} the controller lets the broker in again only when the session of its
   * earlier life has run out, nine seconds by default.
   */
  private static void comesBackSoon(Properties settings) {
    settings.setProperty("broker.session.timeout.ms", "3000");
    settings.setProperty("broker.heartbeat.interval.ms", "500");
  }

  private static void staysSmall(Properties settings) {
    settings.setProperty("offsets.topic.num.partitions", "4");
    settings.setProperty("transaction.state.log.num.partitions", "4");
    settings.setProperty("num.network.threads", "2");
    settings.setProperty("num.io.threads", "4");
    settings.setProperty("background.threads", "2");
    settings.setProperty("log.cleaner.dedupe.buffer.size", "8388608");
    settings.setProperty("log.index.size.max.bytes", "1048576");
    settings.setProperty("log.segment.bytes", "134217728");
  }
}
