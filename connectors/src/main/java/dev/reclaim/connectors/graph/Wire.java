package dev.reclaim.connectors.graph;

import com.microsoft.kiota.http.middleware.ParametersNameDecodingHandler;
import java.net.Proxy;
import java.time.Duration;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * The one HTTP client for Graph and for signing in. It speaks to the cloud's two hosts only, checks
 * what their names resolve to, follows no redirect, and repeats nothing: whether a call may be
 * repeated is decided by whoever looked at what the first one did. For this reason none of the
 * SDK's own handlers for retries and redirects is in it.
 */
final class Wire {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private Wire() {}

  static OkHttpClient open(GraphSettings settings, NotesRest rest) {
    OkHttpClient.Builder client =
        new OkHttpClient.Builder()
            .connectTimeout(CONNECT)
            .readTimeout(settings.timeOut())
            .writeTimeout(settings.timeOut())
            .callTimeout(settings.timeOut().multipliedBy(2))
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .proxy(Proxy.NO_PROXY)
            .addInterceptor(
                onlyTo(Set.of(settings.cloud().graphHost(), settings.cloud().loginHost())))
            .addInterceptor(new ParametersNameDecodingHandler())
            .addInterceptor(new Deletions())
            .addInterceptor(rest)
            .addInterceptor(new CapsAnswers());
    settings
        .detour()
        .ifPresentOrElse(client::addInterceptor, () -> client.dns(new ChecksAddresses()));
    return client.build();
  }

  private static Interceptor onlyTo(Set<String> hosts) {
    return chain -> {
      if (!chain.request().isHttps() || !hosts.contains(chain.request().url().host())) {
        throw new Forbidden("an address that is none of this connection's");
      }
      return chain.proceed(chain.request());
    };
  }
}
