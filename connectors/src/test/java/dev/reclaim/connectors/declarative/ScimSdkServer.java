package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.complex.ETagConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.FilterConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.PatchConfig;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.endpoints.base.GroupEndpointDefinition;
import de.captaingoldfish.scim.sdk.server.endpoints.base.UserEndpointDefinition;
import de.captaingoldfish.scim.sdk.server.schemas.ResourceType;
import de.captaingoldfish.scim.sdk.server.schemas.custom.ResourceTypeFeatures;
import dev.reclaim.sandbox.vendor.Effects;
import dev.reclaim.sandbox.vendor.People;
import dev.reclaim.sandbox.vendor.PlayedVendor;
import dev.reclaim.sandbox.vendor.Reply;
import dev.reclaim.sandbox.vendor.Request;
import dev.reclaim.sandbox.vendor.Scenes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A SCIM server that nobody here has written: filters, patches, versions, pages and refusals are
 * those of the SCIM-SDK. Only where the accounts are kept is ours.
 */
final class ScimSdkServer implements PlayedVendor {

  private static final String ALL_RIGHTS = "Bearer sdk-all-rights";

  private final Map<String, String> options;
  private final Effects effects = new Effects();
  private final People people;
  private final ResourceEndpoint endpoint;

  private ScimSdkServer(People.Kind kind, Map<String, String> options) {
    this.options = options;
    this.people = new People("u-", kind);
    ScimSdkUsers users = new ScimSdkUsers(people, effects);
    this.endpoint =
        new ResourceEndpoint(
            ServiceProvider.builder()
                .filterConfig(FilterConfig.builder().supported(true).maxResults(50).build())
                .patchConfig(
                    PatchConfig.builder()
                        .supported(true)
                        .activateMsAzureValueSubAttributeWorkaround(true)
                        .build())
                .eTagConfig(ETagConfig.builder().supported(true).build())
                .build());
    filtered(endpoint.registerEndpoint(new UserEndpointDefinition(users)));
    filtered(endpoint.registerEndpoint(new GroupEndpointDefinition(new ScimSdkGroups(users))));
    endpoint.addDefaultPatchWorkarounds();
  }

  /** Where every account is a seat. */
  static ScimSdkServer withAccounts(Map<String, String> options) {
    return new ScimSdkServer(
        new People.Kind(
            "users/all", Optional.empty(), Optional.empty(), Optional.empty(), People.Tie.SAME, 1),
        options);
  }

  /** Where a seat is membership of a group. */
  static ScimSdkServer withGroups(Map<String, String> options) {
    return new ScimSdkServer(
        People.Kind.named("groups/" + ScimSdkUsers.GROUP, "groups/none"), options);
  }

  private static void filtered(ResourceType type) {
    type.setFeatures(ResourceTypeFeatures.builder().autoFiltering(true).build());
  }

  @Override
  public String name() {
    return "scim2-generic";
  }

  @Override
  public List<Map<String, String>> settings() {
    Map<String, String> settings = new HashMap<>(options);
    settings.put("host", "scim.example.com");
    settings.put("token", "sdk-all-rights");
    settings.put("find-by", "emails.value");
    settings.put("protected-role", "admin");
    return List.of(settings);
  }

  @Override
  public Map<String, String> reader() {
    return Map.of("token", "sdk-may-read");
  }

  @Override
  public boolean showsRights() {
    return false;
  }

  @Override
  public Scenes scenes() {
    return people;
  }

  @Override
  public Effects effects() {
    return effects;
  }

  @Override
  public Reply throttled() {
    return Reply.text(429, "").with("Retry-After", "1");
  }

  @Override
  public Optional<Reply> lastCall(Reply reply) {
    return Optional.of(reply.with("RateLimit-Remaining", "0").with("RateLimit-Reset", "40"));
  }

  @Override
  public Reply answer(Request request) {
    String token = request.header("authorization").orElse("");
    if (!token.equals(ALL_RIGHTS) && !token.equals("Bearer sdk-may-read")) {
      return Reply.text(401, "");
    }
    if (isChange(request) && !token.equals(ALL_RIGHTS)) {
      return Reply.text(403, "");
    }
    ScimResponse response =
        endpoint.handleRequest(
            url(request),
            HttpMethod.valueOf(request.method()),
            request.body(),
            headers(request),
            new Context(null));
    JsonNode body = response;
    Reply reply =
        response.getHttpStatus() == 204
            ? Reply.empty(204)
            : Reply.json(response.getHttpStatus(), body);
    for (Map.Entry<String, String> header : response.getHttpHeaders().entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply;
  }

  private static String url(Request request) {
    String query =
        request.query().entrySet().stream()
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return "http://127.0.0.1/scim/v2/" + request.at() + (query.isEmpty() ? "" : "?" + query);
  }

  private static Map<String, String> headers(Request request) {
    Map<String, String> headers = new HashMap<>();
    request.header("content-type").ifPresent(value -> headers.put("Content-Type", value));
    request.header("if-match").ifPresent(value -> headers.put("If-Match", value));
    return headers;
  }
}
