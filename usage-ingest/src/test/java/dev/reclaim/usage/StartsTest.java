package dev.reclaim.usage;

import static io.restassured.RestAssured.given;

import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "usage_ingest"))
class StartsTest {

  @Test
  void isReady() {
    given().when().get("/q/health").then().log().all().statusCode(200);
  }
}
