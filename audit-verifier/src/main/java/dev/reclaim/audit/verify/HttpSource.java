package dev.reclaim.audit.verify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The log as audit-service serves it. */
final class HttpSource implements Source {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI prefix;
  private final Optional<Credentials> credentials;

  HttpSource(URI prefix, Optional<Credentials> credentials) {
    this.prefix = URI.create(prefix.toString().replaceAll("/+$", "") + "/");
    this.credentials = credentials;
  }

  @Override
  public Optional<byte[]> read(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(prefix.resolve(path)).timeout(PATIENCE);
    credentials.ifPresent(known -> request.header("Authorization", known.basic()));
    HttpResponse<byte[]> answer = send(request.build());
    return switch (answer.statusCode()) {
      case 200 -> Optional.of(answer.body());
      case 404, 410 -> Optional.empty();
      case 401, 403 ->
          throw new CannotCheck(
              "%s refused the login %s (HTTP %d); it needs the role auditor."
                  .formatted(prefix, login(), answer.statusCode()));
      default ->
          throw new CannotCheck(
              "%s answered HTTP %d.".formatted(prefix.resolve(path), answer.statusCode()));
    };
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new CannotCheck("Cannot reach " + prefix + " (" + why + "). Is it running?", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotCheck("The check was interrupted.", e);
    }
  }

  private String login() {
    return credentials.map(known -> "'" + known.login() + "'").orElse("of nobody");
  }
}
