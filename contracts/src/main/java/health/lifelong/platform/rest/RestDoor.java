package health.lifelong.platform.rest;

import health.lifelong.platform.LifelongException;
import health.lifelong.platform.gate.Doors;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;
import org.jspecify.annotations.Nullable;

/** The door of REST operations. */
public class RestDoor {
  private final Doors doors;
  private final SecurityIdentity caller;

  RestDoor(Doors doors, SecurityIdentity caller) {
    this.doors = doors;
    this.caller = caller;
  }

  @ServerRequestFilter
  Optional<Response> enter() {
    RuntimeResource operation = CurrentRequestManager.get().getTarget();
    return doors.refusal(name(operation), caller).map(RestDoor::answer);
  }

  private static Response answer(LifelongException refusal) {
    return Problems.answer(refusal);
  }

  private static String name(RuntimeResource operation) {
    return operation.getHttpMethod()
        + " "
        + path(operation.getClassPath())
        + path(operation.getPath());
  }

  private static String path(@Nullable URITemplate template) {
    return template == null || template.template.equals("/") ? "" : template.template;
  }
}
