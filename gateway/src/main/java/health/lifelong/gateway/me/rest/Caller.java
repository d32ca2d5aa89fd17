package health.lifelong.gateway.me.rest;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.Roles;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, by the verified token. */
@RequestScoped
public class Caller {
  private final JsonWebToken token;

  public Caller(JsonWebToken token) {
    this.token = token;
  }

  /** The token itself, which travels on to the services behind. */
  public String token() {
    return token.getRawToken();
  }

  /** The person the token speaks for. */
  public String personId() {
    return token.getSubject();
  }

  /** A person may name only themself; everybody else is unknown to them. */
  public String only(String personId) {
    if (token.getGroups().contains(Roles.PERSON) && !personId.equals(personId())) {
      throw new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "");
    }
    return personId;
  }

  public boolean isClinician() {
    return token.getGroups().contains(Roles.CLINICIAN);
  }

  public boolean isPerson() {
    return token.getGroups().contains(Roles.PERSON);
  }
}
