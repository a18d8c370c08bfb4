package dev.reclaim.console.web;

import dev.reclaim.console.CarriesOut;
import dev.reclaim.console.CarriesOut.Judged;
import dev.reclaim.console.CarriesOut.Refused;
import dev.reclaim.console.Instruction;
import dev.reclaim.console.Order;
import dev.reclaim.events.CandidateId;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import dev.reclaim.http.browser.Csrf;
import dev.reclaim.http.browser.FormWithToken;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One order about several candidates: first what it would do to each, then the order itself. */
@Path("/candidates/orders")
@Produces(Pages.HTML)
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
public class ManyPages {

  private static final int MOST = 500;

  private final CarriesOut services;
  private final BuildsMany builds;
  private final Reader reader;
  private final Csrf csrf;

  ManyPages(CarriesOut services, BuildsMany builds, Reader reader, Csrf csrf) {
    this.services = services;
    this.builds = builds;
    this.reader = reader;
    this.csrf = csrf;
  }

  /** What the form brings. */
  public static class Given {
    @FormParam(Csrf.FIELD)
    String token;

    @FormParam("candidate")
    List<String> candidate = List.of();

    @FormParam("order")
    String order;

    @FormParam("why")
    String why;

    @FormParam("approver")
    String approver;

    @FormParam("sure")
    boolean sure;
  }

  /** Where a page that was the answer to a form is loaded again. */
  @GET
  @Operation(hidden = true)
  public Response list() {
    return Response.seeOther(URI.create("/candidates")).build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @FormWithToken
  @Operation(summary = "One order about several candidates, from the form of the list")
  public Response order(Given given) {
    csrf.check(given.token);
    Order order =
        Order.ofSlug(text(given.order))
            .filter(Order.forMany()::contains)
            .orElseThrow(() -> Problems.notFound("order", text(given.order)));
    List<String> picked = given.candidate.stream().distinct().toList();
    boolean readable =
        picked.size() <= MOST && picked.stream().allMatch(id -> id.matches("[A-Za-z0-9-]{1,200}"));
    if (picked.isEmpty() || !readable) {
      return refused(
          order,
          new Refused(400, "Pick between 1 and " + MOST + " candidates first; nothing was done."));
    }
    Instruction instruction = new Instruction(order, text(given.why), text(given.approver));
    return (given.sure ? instruction.lacks() : instruction.lacksMore())
        .map(lacks -> refused(order, new Refused(400, lacks)))
        .orElseGet(() -> carryOut(instruction, picked, given.sure));
  }

  private static String text(String sent) {
    return sent == null ? "" : sent;
  }

  private Response carryOut(Instruction instruction, List<String> picked, boolean sure) {
    List<CandidateId> candidates = picked.stream().map(CandidateId::new).toList();
    return switch (services.carryOut(instruction, candidates, reader.login(), !sure)) {
      case Judged judged ->
          page(
              200,
              sure
                  ? builds.done(instruction, picked, judged)
                  : builds.preview(instruction, picked, judged));
      case Refused refused -> refused(instruction.order(), refused);
    };
  }

  private Response refused(Order order, Refused refused) {
    return page(refused.status(), builds.refused(order, refused.why()));
  }

  private Response page(int status, ManyView view) {
    return Response.status(status)
        .entity(Pages.orders(Desk.of("candidates", reader, csrf), view).render())
        .build();
  }
}
