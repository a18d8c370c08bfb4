package dev.reclaim.connectors.graph;

import dev.reclaim.connectors.Settings;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Leads requests for Microsoft's hosts to a sandbox on this machine. Microsoft's libraries refuse
 * to sign in over plain HTTP, so they go on speaking of the real hosts, and only the last hop
 * differs.
 */
record Detour(HttpUrl graph, HttpUrl login) implements Interceptor {

  private static final String LOOPBACK = "127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|::1|localhost";

  /** Decided by the spelling alone, so that no name server can talk us into clear text. */
  static HttpUrl address(Settings settings, String key) {
    HttpUrl url = HttpUrl.parse(settings.required(key));
    if (url == null || !url.host().matches(LOOPBACK) || url.query() != null) {
      throw settings.refuse(
          key, "with network=loopback it must be like http://127.0.0.1:8089/vendor/...");
    }
    return url;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    boolean signsIn = request.url().host().startsWith("login.");
    HttpUrl target = signsIn ? login : graph;
    HttpUrl.Builder url =
        request.url().newBuilder().scheme(target.scheme()).host(target.host()).port(target.port());
    String base = target.encodedPath().replaceAll("/+$", "");
    url.encodedPath(base + request.url().encodedPath());
    return chain.proceed(request.newBuilder().url(url.build()).build());
  }

  @Override
  public String toString() {
    return graph + " and " + login;
  }
}
