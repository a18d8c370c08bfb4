package dev.reclaim.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.events.Event;
import dev.reclaim.events.RevocationEvent;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Sender;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Everything that the story touches in one running installation. */
final class Stage implements AutoCloseable {

  private final Town town;
  private final Command command;
  private final Http http;
  private final Heard heard = new Heard();
  private final Map<Event, Instant> times = new ConcurrentHashMap<>();
  private final Sender sender;
  private final ListensToTopics listener;

  Stage(Town town, Command command, Narrator narrator) {
    this.town = town;
    this.command = command;
    this.http = new Http(town);
    this.sender = new Sender(Map.of("bootstrap.servers", town.kafka()));
    this.listener = new ListensToTopics(town, heard, envelope -> hear(envelope, narrator));
  }

  private void hear(Envelope<Event> envelope, Narrator narrator) {
    times.put(envelope.event(), envelope.time());
    narrator.hear(envelope);
  }

  Town town() {
    return town;
  }

  Http http() {
    return http;
  }

  Heard heard() {
    return heard;
  }

  Mailbox mailbox() {
    return new Mailbox(town, http);
  }

  Directory directory() {
    return new Directory(town, http);
  }

  Prompts prompts() {
    return new Prompts(http);
  }

  /** Sends one CloudEvent over HTTP. */
  void post(Map<String, Object> event) {
    http.post(town.usageIngest("/events"), "application/cloudevents+json", Usage.json(event))
        .expect(202);
  }

  /** Sends one policy document. */
  void apply(String kind, String name, String document) {
    Http.Answer answer =
        http.send(
            http.signedIn(town.ruleEvaluator("/policy/" + kind + "/" + name))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(document)));
    if (answer.status() >= 300) {
      throw new StoryFailed(name + " was refused: " + answer.body());
    }
  }

  /** Sends one record straight to Kafka. */
  void produce(ProducerRecord<String, byte[]> record) {
    try {
      sender.send(record).get();
    } catch (ExecutionException e) {
      throw new StoryFailed("Kafka did not take a record", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoryFailed("interrupted", e);
    }
  }

  /** When this first happened to somebody's seat. */
  Instant timeOf(Class<? extends RevocationEvent.AboutRevocation> kind, Person person) {
    return heard.all(kind, event -> event.seat().holder().equals(person.holder())).stream()
        .map(times::get)
        .min(Instant::compareTo)
        .orElseThrow(() -> new StoryFailed(kind.getSimpleName() + " never happened to " + person));
  }

  /** What is known about the use of somebody's seats, as the rule-evaluator says it. */
  String evidence(Person person) {
    JsonNode seats =
        http.get(town.ruleEvaluator("/holders/" + person.holder() + "/seats")).expect(200).json();
    return seats.findValues("evidence").toString();
  }

  /** Runs {@code ./reclaim} as an operator would. */
  void reclaim(String... arguments) {
    command.run(arguments);
  }

  String resource(String name) {
    try (InputStream file = Stage.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    listener.close();
    sender.close();
  }
}
