package health.lifelong.platform.rest;

import health.lifelong.platform.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A problem as bytes, for doors that stand before any JSON library of a service. */
public final class ProblemJson {
  private ProblemJson() {}

  public static Buffer of(Problem problem) {
    JsonArray errors = new JsonArray();
    problem
        .errors()
        .forEach(
            part ->
                errors.add(
                    new JsonObject().put("pointer", part.pointer()).put("code", part.code())));
    return new JsonObject()
        .put("type", problem.type())
        .put("title", problem.title())
        .put("status", problem.status())
        .put("code", problem.code())
        .put("detail", problem.detail())
        .put("errors", errors)
        .toBuffer();
  }
}
