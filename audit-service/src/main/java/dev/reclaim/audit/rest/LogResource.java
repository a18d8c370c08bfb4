package dev.reclaim.audit.rest;

import dev.reclaim.audit.Bundle;
import dev.reclaim.audit.Checkpoint;
import dev.reclaim.audit.Hash;
import dev.reclaim.audit.LogSigner;
import dev.reclaim.audit.ReadsLog;
import dev.reclaim.audit.Tile;
import dev.reclaim.http.Problems;
import dev.reclaim.http.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The log as C2SP tlog-tiles: for verifiers, which believe nothing that they have not checked. */
@Path("/")
@Blocking
@Tag(name = "Log")
@RolesAllowed({Roles.AUDITOR, Roles.ADMIN, Roles.OPERATOR, Roles.SERVICE})
public class LogResource {

  private static final String TEXT = "text/plain; charset=utf-8";

  private final ReadsLog log;
  private final LogSigner signer;
  private final InstantSource clock;

  LogResource(ReadsLog log, LogSigner signer, InstantSource clock) {
    this.log = log;
    this.signer = signer;
    this.clock = clock;
  }

  @GET
  @Path("checkpoint")
  @Produces(TEXT)
  @Operation(summary = "The signed size and root of the log")
  public String checkpoint() {
    return log.lastNote()
        .orElseGet(
            () ->
                signer.sign(new Checkpoint(signer.origin(), 0, Hash.OF_NOTHING), clock.instant()));
  }

  @GET
  @Path("checkpoint.vkey")
  @Produces(TEXT)
  @Operation(summary = "The public key of the log")
  public String key() {
    return signer.verifierKey() + "\n";
  }

  @GET
  @Path("tile/entries/{index: .+}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(summary = "A bundle of up to 256 entries")
  public byte[] entries(@PathParam("index") String index) {
    List<byte[]> entries = log.entries(known(0, index));
    if (entries.isEmpty()) {
      throw Problems.notFound("The bundle of entries", index);
    }
    return Bundle.of(entries);
  }

  @GET
  @Path("tile/{level: [0-9]+}/{index: .+}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(summary = "A tile of up to 256 hashes")
  public byte[] hashes(@PathParam("level") String level, @PathParam("index") String index) {
    if (!level.matches("0|[1-9][0-9]?")) {
      throw Problems.badField("level", "'" + level + "' is not between 0 and 63");
    }
    byte[] hashes = log.hashes(known(Integer.parseInt(level), index));
    if (hashes.length == 0) {
      throw Problems.notFound("The tile", level + "/" + index);
    }
    return hashes;
  }

  @GET
  @Path("data/{sha256}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(summary = "Data that was too large for its entry")
  public byte[] data(@PathParam("sha256") String sha256) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw Problems.badField("sha256", "must be 64 lower-case hex digits");
    }
    return log.dataBeside(Hash.of(HexFormat.of().parseHex(sha256)))
        .orElseThrow(() -> Problems.notFound("The data", sha256));
  }

  private Tile known(int level, String index) {
    Tile tile;
    try {
      tile = Tile.parse(level, index);
    } catch (IllegalArgumentException e) {
      throw Problems.badField(e.getMessage());
    }
    long size = log.lastNote().map(Checkpoint::read).map(Checkpoint::size).orElse(0L);
    if (!tile.isIn(size)) {
      throw Problems.notFound("The tile", level + "/" + index);
    }
    return tile;
  }
}
