package dev.reclaim.connectors.graph;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter.Clouds;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of Microsoft's separate clouds the tenant lives in, and its two hosts. */
enum Cloud {
  GLOBAL("graph.microsoft.com", "login.microsoftonline.com", Clouds.GLOBAL_CLOUD),
  US_GOVERNMENT("graph.microsoft.us", "login.microsoftonline.us", Clouds.USGOV_CLOUD),
  US_DOD("dod-graph.microsoft.us", "login.microsoftonline.us", Clouds.USGOV_DOD_CLOUD),
  CHINA("microsoftgraph.chinacloudapi.cn", "login.partner.microsoftonline.cn", Clouds.CHINA_CLOUD);

  private final String graphHost;
  private final String loginHost;
  private final Clouds clouds;

  Cloud(String graphHost, String loginHost, Clouds clouds) {
    this.graphHost = graphHost;
    this.loginHost = loginHost;
    this.clouds = clouds;
  }

  static Optional<Cloud> named(String name) {
    return Arrays.stream(values()).filter(cloud -> cloud.toString().equals(name)).findFirst();
  }

  static List<Cloud> all() {
    return List.of(values());
  }

  String graphHost() {
    return graphHost;
  }

  String loginHost() {
    return loginHost;
  }

  Clouds clouds() {
    return clouds;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
