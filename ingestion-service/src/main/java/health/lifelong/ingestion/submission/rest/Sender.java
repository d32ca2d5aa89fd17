package health.lifelong.ingestion.submission.rest;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The centre that a verified token speaks for. */
@RequestScoped
public class Sender {
  private final JsonWebToken token;

  public Sender(JsonWebToken token) {
    this.token = token;
  }

  /** The centre's code; a centre's token without one is refused. */
  public String centre() {
    Object centre = token.getClaim("centre");
    if (centre == null || centre.toString().isBlank()) {
      throw new LifelongException(
          ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT, "token names no centre");
    }
    return centre.toString();
  }
}
