package dev.reclaim.connectors.graph;

import java.io.IOException;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Lets through the two deletions that take something from somebody. A membership's address without
 * its {@code /$ref} is the address of the member, and deleting that would delete the person.
 */
final class Deletions implements Interceptor {

  private static final Pattern PERMITTED =
      Pattern.compile(
          "/v1\\.0/(groups/[^/]+/members/[^/]+/\\$ref"
              + "|servicePrincipals/[^/]+/appRoleAssignedTo/[^/]+)");

  @Override
  public Response intercept(Chain chain) throws IOException {
    mustBePermitted(chain.request().method(), chain.request().url().encodedPath());
    return chain.proceed(chain.request());
  }

  /**
   * Refuses any other deletion.
   *
   * @throws Forbidden if it is another; nothing was sent
   */
  static void mustBePermitted(String method, String path) throws Forbidden {
    if (method.equals("DELETE")
        && !PERMITTED.matcher(path.replaceAll("(?i)%24ref$", "\\$ref")).matches()) {
      throw new Forbidden("a deletion of something else than a membership or an assignment");
    }
  }
}
