package health.lifelong.platform.rest;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.ErrorCatalogue;
import health.lifelong.platform.JsonRules;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.Problem;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every HTTP request holds to before anybody looks into it; sizes of the request line and of
 * the header block are the server's own settings. gRPC has its own framing and limits.
 */
@ApplicationScoped
public class RequestGuard {
  /** Behind the headers of every answer, before authentication, whose place is 200. */
  private static final int EARLY = 295;

  private static final long PATIENCE_MILLIS = 700;

  private final Set<String> queryParameters;
  private final List<String> uploads;
  private final Set<String> hosts;

  /**
   * @param queryParameters every name that an operation of this service takes
   * @param uploads beginnings of the paths that take files of more than a JSON body
   * @param hosts names this service answers to; any where there are none
   */
  public RequestGuard(
      @ConfigProperty(name = "lifelong.http.query-parameters")
          Optional<List<String>> queryParameters,
      @ConfigProperty(name = "lifelong.http.upload-paths") Optional<List<String>> uploads,
      @ConfigProperty(name = "lifelong.http.hosts") Optional<List<String>> hosts) {
    this.queryParameters = Set.copyOf(queryParameters.orElse(List.of()));
    this.uploads = List.copyOf(uploads.orElse(List.of()));
    this.hosts = Set.copyOf(hosts.orElse(List.of()));
  }

  void register(@Observes Filters filters) {
    filters.register(this::hold, EARLY);
  }

  private void hold(RoutingContext context) {
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (type != null && type.startsWith("application/grpc")) {
      context.next();
      return;
    }
    boolean upload = uploads.stream().anyMatch(context.normalizedPath()::startsWith);
    ErrorReason refusal = RequestRules.refusal(context.request(), queryParameters, hosts, upload);
    if (refusal != null) {
      refuse(context, refusal);
      return;
    }
    if (!upload) {
      // A body that does not say its length is counted while it comes.
      context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, (long) JsonRules.MAX_BYTES);
    }
    if (context.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
      answerBrokenChunks(context);
    }
    context.next();
  }

  /** Framing that breaks within the body would end the connection without a word. */
  private void answerBrokenChunks(RoutingContext context) {
    context
        .request()
        .connection()
        .exceptionHandler(
            broken -> {
              if (context.response().headWritten() || context.response().closed()) {
                return;
              }
              answer(context, ErrorReason.ERROR_REASON_MALFORMED);
              // The server closes the connection next, and would drop what is not flushed.
              if (context.request().connection() instanceof ConnectionBase connection) {
                connection.channel().flush();
              }
            });
  }

  /**
   * What is left of the request is thrown away for a moment before the answer: a client that is
   * still sending would lose an answer to a closed connection.
   */
  private void refuse(RoutingContext context, ErrorReason reason) {
    HttpServerRequest request = context.request();
    if (request.isEnded()) {
      answer(context, reason);
      return;
    }
    long patience = context.vertx().setTimer(PATIENCE_MILLIS, elapsed -> answer(context, reason));
    request.exceptionHandler(broken -> context.vertx().cancelTimer(patience));
    request.handler(thrownAway -> {});
    request.endHandler(
        ended -> {
          if (context.vertx().cancelTimer(patience)) {
            answer(context, reason);
          }
        });
    request.resume();
  }

  private void answer(RoutingContext context, ErrorReason reason) {
    HttpServerResponse response = context.response();
    response.setStatusCode(ErrorCatalogue.of(reason).http());
    response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.putHeader(HttpHeaders.CONNECTION, "close");
    response
        .end(ProblemJson.of(Problem.of(new LifelongException(reason, ""))))
        .onComplete(done -> context.request().connection().close());
  }
}
