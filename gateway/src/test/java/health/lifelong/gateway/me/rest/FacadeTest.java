package health.lifelong.gateway.me.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import health.lifelong.gateway.kit.TestKeys;
import health.lifelong.gateway.kit.Token;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every answer carries, and what the gateway says of itself. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class FacadeTest {

  @Test
  void everyAnswerCarriesTheSecurityHeaders() {
    String token = "Bearer " + Token.good("person", "p").signed();
    headers(given().get("/"), "the web app");
    headers(given().header("Authorization", token).get("/v1/me/report"), "an answer");
    headers(given().get("/v1/me/report"), "a refusal without a token");
    headers(given().header("Authorization", "Bearer x.y.z").get("/v1/me/report"), "a bad token");
    headers(given().header("Authorization", token).get("/v1/nothing"), "an unknown path");
  }

  private static void headers(Response answer, String what) {
    assertThat(answer.header("Content-Security-Policy"))
        .as(what)
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe-inline", "unsafe-eval");
    assertThat(answer.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).as(what).isEqualTo("no-referrer");
    assertThat(answer.header("Permissions-Policy")).as(what).contains("geolocation=()");
    assertThat(answer.header("Cache-Control")).as(what).isEqualTo("no-store");
  }

  @Test
  void theDocumentIsOpenApi31AndNamesEveryOperation() throws IOException {
    JsonNode document =
        new ObjectMapper().readTree(given().get("/openapi?format=json").asByteArray());
    assertThat(document.path("openapi").asText()).startsWith("3.1");
    Set<String> ids = new HashSet<>();
    Set<String> described = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          String name = operation.getKey() + " " + path.getKey();
                          String id = operation.getValue().path("operationId").asText();
                          described.add(name);
                          assertThat(id).as(name).isNotBlank();
                          assertThat(ids.add(id)).as("%s is used once", id).isTrue();
                          assertThat(operation.getValue().path("summary").asText())
                              .as(name)
                              .isNotBlank();
                        }));
    assertThat(described).hasSizeGreaterThan(8).containsAll(operations());
  }

  /** Every operation of the resource classes, by their annotations. */
  private static Set<String> operations() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("health.lifelong.gateway");
    Set<String> operations = new TreeSet<>();
    for (JavaClass type : classes) {
      if (!type.isAnnotatedWith(Path.class)) {
        continue;
      }
      String base = type.getAnnotationOfType(Path.class).value();
      for (JavaMethod method : type.getMethods()) {
        String path = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        method.getAnnotations().stream()
            .filter(annotation -> annotation.getRawType().isMetaAnnotatedWith(HttpMethod.class))
            .forEach(
                annotation ->
                    operations.add(
                        annotation.getRawType().getSimpleName().toLowerCase(Locale.ROOT)
                            + " "
                            + base
                            + path));
      }
    }
    return operations;
  }
}
