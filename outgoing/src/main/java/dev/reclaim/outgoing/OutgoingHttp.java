package dev.reclaim.outgoing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Speaks to the addresses of one connection and to no others. The resolved address is checked and
 * used as checked, redirects are not followed, nothing is repeated, cookies are not kept, an answer
 * is cut off at {@link #LARGEST_ANSWER}.
 */
public final class OutgoingHttp implements Sends {

  /** Bytes, after unpacking. */
  static final int LARGEST_ANSWER = 16 * 1024 * 1024;

  private static final int MOST_CONNECTIONS = 100;

  private final List<Origin> allowed;
  private final CloseableHttpClient client;

  /** For these addresses only. */
  public OutgoingHttp(Collection<Origin> allowed, Reach reach, TimeOuts timeOuts) {
    this(allowed, reach, timeOuts, SystemDefaultDnsResolver.INSTANCE);
  }

  OutgoingHttp(Collection<Origin> allowed, Reach reach, TimeOuts timeOuts, DnsResolver resolver) {
    this.allowed = List.copyOf(allowed);
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new ChecksAddresses(resolver, reach))
                    .setMaxConnTotal(MOST_CONNECTIONS)
                    .setMaxConnPerRoute(MOST_CONNECTIONS)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.of(timeOuts.connect()))
                            .setSocketTimeout(Timeout.of(timeOuts.answer()))
                            .setTimeToLive(Timeout.ofMinutes(5))
                            .setValidateAfterInactivity(Timeout.ofSeconds(1))
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(Timeout.of(timeOuts.connect()))
                    .setResponseTimeout(Timeout.of(timeOuts.answer()))
                    .build())
            .setUserAgent("Reclaim")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .disableDefaultUserAgent()
            .build();
  }

  @Override
  public Reply send(Call call) {
    if (allowed.stream().noneMatch(origin -> origin.covers(call.address()))) {
      return new Reply.Forbidden("the address is none of this connection's");
    }
    HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.address());
    for (Map.Entry<String, String> header : call.headers().entrySet()) {
      if (header.getValue().chars().anyMatch(c -> c < ' ' || c > '~')) {
        return new Reply.Forbidden(
            "the header " + header.getKey() + " holds a forbidden character");
      }
      request.addHeader(header.getKey(), header.getValue());
    }
    call.body().ifPresent(body -> request.setEntity(entity(call, body)));
    try {
      return client.execute(request, OutgoingHttp::read);
    } catch (IOException e) {
      return trouble(e, call.address().getHost());
    }
  }

  private static HttpEntity entity(Call call, String body) {
    String type = call.headers().getOrDefault("Content-Type", "application/json");
    return new StringEntity(body, ContentType.parse(type).withCharset(StandardCharsets.UTF_8));
  }

  private static Reply read(ClassicHttpResponse response) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (Header header : response.getHeaders()) {
      headers.merge(
          header.getName().toLowerCase(Locale.ROOT), header.getValue(), (a, b) -> a + ", " + b);
    }
    return new Reply.Answered(response.getCode(), headers, body(response.getEntity(), headers));
  }

  private static String body(HttpEntity entity, Map<String, String> headers) throws IOException {
    if (entity == null) {
      return "";
    }
    try (InputStream raw = entity.getContent();
        InputStream in = isPacked(headers) ? new GZIPInputStream(raw) : raw) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      in.transferTo(new Capped(out));
      return out.toString(StandardCharsets.UTF_8);
    }
  }

  private static boolean isPacked(Map<String, String> headers) {
    return headers.getOrDefault("content-encoding", "").equalsIgnoreCase("gzip")
        || headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT).contains("gzip");
  }

  /** Names the host and the kind of trouble; messages of exceptions may quote what was sent. */
  private static Reply trouble(IOException e, String host) {
    return switch (e) {
      case ChecksAddresses.OutOfReach out -> new Reply.Forbidden(out.getMessage());
      case UnknownHostException _ ->
          new Reply.Unreachable(host + " cannot be reached: nobody knows its address");
      case ConnectException _, NoRouteToHostException _, ConnectTimeoutException _ ->
          new Reply.Unreachable(host + " cannot be reached: no connection comes about");
      case SSLHandshakeException _, SSLPeerUnverifiedException _ ->
          new Reply.Unreachable(host + " cannot be reached: its certificate is not trusted");
      case Capped.TooLarge _ -> new Reply.Lost("the answer of " + host + " is too large");
      default -> new Reply.Lost(host + " did not answer in time, or the connection broke");
    };
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "OutgoingHttp" + allowed;
  }
}
