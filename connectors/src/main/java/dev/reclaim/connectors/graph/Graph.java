package dev.reclaim.connectors.graph;

import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.ClientSecretCredential;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.microsoft.graph.core.authentication.AzureIdentityAuthenticationProvider;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.OkHttpClient;

/** One tenant behind Microsoft Graph, signed in as the connection's app. May be used by many. */
final class Graph implements AutoCloseable {

  private final GraphSettings settings;
  private final NotesRest rest;
  private final OkHttpClient wire;
  private final ClientSecretCredential credential;
  private final GraphServiceClient client;

  Graph(GraphSettings settings, InstantSource clock) {
    this.settings = settings;
    this.rest = new NotesRest(clock);
    this.wire = Wire.open(settings, rest);
    this.credential = credential(settings, wire);
    this.client =
        new GraphServiceClient(
            new AzureIdentityAuthenticationProvider(
                credential, new String[] {settings.cloud().graphHost()}, scope()),
            wire,
            settings.cloud().clouds());
  }

  /**
   * The sandbox is no cloud that Entra ID could find by its list of clouds, and others need none.
   */
  private static ClientSecretCredential credential(GraphSettings settings, OkHttpClient wire) {
    return new ClientSecretCredentialBuilder()
        .tenantId(settings.login().tenant())
        .clientId(settings.login().client())
        .clientSecret(settings.login().secret())
        .authorityHost("https://" + settings.cloud().loginHost() + "/")
        .disableInstanceDiscovery()
        .httpClient(new SignsInOverWire(wire))
        .retryOptions(new RetryOptions(new FixedDelayOptions(0, Duration.ofMillis(1))))
        .build();
  }

  private String scope() {
    return "https://" + settings.cloud().graphHost() + "/.default";
  }

  /** Asks once, and says what it means if that does not end well. */
  <T> T ask(Attempt attempt, Function<GraphServiceClient, T> question) throws GraphRefused {
    try {
      T answer = question.apply(client);
      if (answer == null) {
        throw GraphRefused.forGood(
            "could not " + attempt.what() + ": Graph's answer is empty",
            "Report this as a mistake in Reclaim.");
      }
      return answer;
    } catch (RuntimeException e) {
      throw Broken.mean(e, attempt);
    }
  }

  /** Does something once; an answer that says nothing is as good as any. */
  void change(Attempt attempt, Consumer<GraphServiceClient> change) throws GraphRefused {
    try {
      change.accept(client);
    } catch (RuntimeException e) {
      throw Broken.mean(e, attempt);
    }
  }

  /** Sends up to twenty requests in one; each is answered by itself. */
  List<Part.Answer> batch(Attempt attempt, List<Part> parts) throws GraphRefused {
    return new Batches(this, client).send(attempt, parts);
  }

  /** The names of the application permissions in the token, without asking Graph. */
  Set<String> permissions() throws GraphRefused {
    try {
      return Token.permissions(
          credential.getTokenSync(new TokenRequestContext().addScopes(scope())).getToken());
    } catch (RuntimeException e) {
      throw Broken.mean(e, Attempt.toRead("what the connection's app may do", "User.Read.All"));
    }
  }

  Duration rest() {
    return rest.left();
  }

  void note(Duration asked) {
    rest.note(asked);
  }

  /** The address of an object, as references in bodies have to write it. */
  String reference(String id) {
    return "https://" + settings.cloud().graphHost() + "/v1.0/directoryObjects/" + id;
  }

  @Override
  public void close() {
    wire.connectionPool().evictAll();
    wire.dispatcher().executorService().shutdown();
  }

  @Override
  public String toString() {
    return settings.toString();
  }
}
