package dev.reclaim.http.calls;

import dev.reclaim.http.OnBehalfOf;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Calls with short patience: a page waits for them. */
@ApplicationScoped
public class Calls {

  private static final Duration CONNECT = Duration.ofMillis(800);
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration ORDER = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .version(HttpClient.Version.HTTP_1_1)
          .executor(onVirtualThreads())
          .build();

  private final Optional<String> login;

  Calls(
      @ConfigProperty(name = "reclaim.call.user") Optional<String> user,
      @ConfigProperty(name = "reclaim.call.password") Optional<String> password) {
    this.login =
        user.map(
            name ->
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(
                            (name + ":" + password.orElse("")).getBytes(StandardCharsets.UTF_8)));
  }

  private static Executor onVirtualThreads() {
    return Executors.newVirtualThreadPerTaskExecutor();
  }

  @PreDestroy
  void close() {
    http.shutdownNow();
  }

  public CompletableFuture<HttpResponse<String>> get(URI uri) {
    return http.sendAsync(to(uri).timeout(LOOK).GET().build(), BodyHandlers.ofString());
  }

  /**
   * Gives an order in somebody's name.
   *
   * @param login whose order it is
   */
  public CompletableFuture<HttpResponse<String>> post(URI uri, String json, String login) {
    return post(uri, json, OnBehalfOf.HEADER, login);
  }

  /**
   * Passes on what a holder wants.
   *
   * @param holder the id of the holder whose wish it is, about a seat of their own
   */
  public CompletableFuture<HttpResponse<String>> postForHolder(
      URI uri, String json, String holder) {
    return post(uri, json, OnBehalfOf.HOLDER_HEADER, holder);
  }

  private CompletableFuture<HttpResponse<String>> post(
      URI uri, String json, String header, String who) {
    HttpRequest request =
        to(uri)
            .timeout(ORDER)
            .header("Content-Type", "application/json")
            .header(header, who)
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return http.sendAsync(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder to(URI uri) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).header("Accept", "application/json, */*;q=0.5");
    login.ifPresent(value -> request.header("Authorization", value));
    return request;
  }
}
