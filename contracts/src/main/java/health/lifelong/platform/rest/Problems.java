package health.lifelong.platform.rest;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.ErrorCatalogue;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.Problem;
import health.lifelong.platform.gate.Challenges;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure becomes an HTTP answer. */
public class Problems {
  private static final Logger LOG = Logger.getLogger(Problems.class);
  private static final int RETRY_SECONDS = 2;

  @ServerExceptionMapper
  Response known(LifelongException failure) {
    return answer(failure);
  }

  @ServerExceptionMapper(priority = Priorities.AUTHENTICATION - 1)
  Response unauthorized(UnauthorizedException failure) {
    return answer(new LifelongException(ErrorReason.ERROR_REASON_TOKEN_MISSING, ""));
  }

  @ServerExceptionMapper(priority = Priorities.AUTHENTICATION - 1)
  Response rejected(AuthenticationFailedException failure) {
    return answer(new LifelongException(ErrorReason.ERROR_REASON_TOKEN_REJECTED, ""));
  }

  @ServerExceptionMapper(priority = Priorities.AUTHENTICATION - 1)
  Response forbidden(ForbiddenException failure) {
    return answer(new LifelongException(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT, ""));
  }

  @ServerExceptionMapper
  Response unknownField(UnrecognizedPropertyException failure) {
    return answer(new LifelongException(ErrorReason.ERROR_REASON_JSON_UNKNOWN_FIELD, ""));
  }

  @ServerExceptionMapper
  Response otherType(MismatchedInputException failure) {
    return answer(new LifelongException(ErrorReason.ERROR_REASON_TYPE_MISMATCH, ""));
  }

  @ServerExceptionMapper
  Response http(WebApplicationException failure) {
    return switch (failure.getResponse().getStatus()) {
      case 405 -> answer(new LifelongException(ErrorReason.ERROR_REASON_METHOD_NOT_ALLOWED, ""));
      case 404 -> answer(new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, ""));
      case 413 -> answer(new LifelongException(ErrorReason.ERROR_REASON_TOO_LARGE, ""));
      case 415, 406 -> answer(new LifelongException(ErrorReason.ERROR_REASON_FORMAT_UNKNOWN, ""));
      default -> answer(new LifelongException(ErrorReason.ERROR_REASON_ARGUMENT_INVALID, ""));
    };
  }

  @ServerExceptionMapper
  @Priority(Priorities.USER + 1000)
  Response unexpected(RuntimeException failure) {
    LOG.errorf(failure, "unexpected failure");
    return answer(new LifelongException(ErrorReason.ERROR_REASON_INTERNAL, ""));
  }

  public static Response answer(LifelongException failure) {
    int status = ErrorCatalogue.of(failure.reason()).http();
    Response.ResponseBuilder answer =
        Response.status(status).type(Problem.MEDIA_TYPE).entity(Problem.of(failure));
    String challenge = Challenges.of(failure);
    if (challenge != null) {
      answer.header("WWW-Authenticate", challenge);
    }
    if (status == 429 || status == 503) {
      answer.header("Retry-After", RETRY_SECONDS);
    }
    return answer.build();
  }
}
