package dev.reclaim.journeys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.messaging.EventCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * Calls as a patient caller makes them: while a service restarts, the call is made again.
 * Everything that the story sends may be sent twice.
 */
final class Http {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String authorization;

  Http(Town town) {
    String login = town.user() + ":" + town.password();
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  /** What came back. */
  record Answer(int status, String body, HttpResponse<String> whole) {

    JsonNode json() {
      try {
        return EventCodec.json().readTree(body);
      } catch (JsonProcessingException e) {
        throw new StoryFailed("no JSON came back: " + body, e);
      }
    }

    Answer expect(int wanted) {
      if (status != wanted) {
        throw new StoryFailed(
            whole.request().method()
                + " "
                + whole.uri()
                + " answered "
                + status
                + " instead of "
                + wanted
                + ": "
                + body);
      }
      return this;
    }
  }

  Answer get(URI uri) {
    return send(signedIn(uri).GET());
  }

  Answer post(URI uri, String contentType, String body) {
    return send(
        signedIn(uri)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** As somebody who has only a link. */
  Answer getAsStranger(URI uri) {
    return send(HttpRequest.newBuilder(uri).header("Accept", "text/html").GET());
  }

  HttpRequest.Builder signedIn(URI uri) {
    return HttpRequest.newBuilder(uri).header("Authorization", authorization);
  }

  Answer send(HttpRequest.Builder builder) {
    HttpRequest request = builder.timeout(Duration.ofSeconds(20)).build();
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        HttpResponse<String> response =
            client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() < 500 || Instant.now().isAfter(deadline)) {
          return new Answer(response.statusCode(), response.body(), response);
        }
      } catch (IOException e) {
        if (Instant.now().isAfter(deadline)) {
          throw new StoryFailed(request.uri() + " cannot be reached", e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StoryFailed("interrupted", e);
      }
      Patience.shortly();
    }
  }
}
