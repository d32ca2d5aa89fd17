package health.lifelong.profile.revocation.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.Calls;
import health.lifelong.platform.Roles;
import health.lifelong.platform.token.OperationRule;
import health.lifelong.platform.token.Operations;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.AccountServiceGrpc;
import health.lifelong.profile.v1.PersonServiceGrpc;
import health.lifelong.profile.v1.RecordServiceGrpc;
import health.lifelong.profile.v1.RevocationServiceGrpc;
import health.lifelong.profile.v1.SafetyServiceGrpc;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.ClientCalls;
import io.quarkus.test.junit.QuarkusTest;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every gRPC operation with the token of every role, with and without scope, with a strong and a
 * weak sign-in, against the table: who has a row comes in, who has none is refused, and why.
 * Requests are empty, so whoever comes in learns of a missing argument or nothing at all.
 */
@QuarkusTest
class DoorMatrixTest extends ServiceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final List<MethodDescriptor<?, ?>> METHODS =
      Stream.of(
              PersonServiceGrpc.getServiceDescriptor(),
              RecordServiceGrpc.getServiceDescriptor(),
              SafetyServiceGrpc.getServiceDescriptor(),
              RevocationServiceGrpc.getServiceDescriptor(),
              AccountServiceGrpc.getServiceDescriptor())
          .<MethodDescriptor<?, ?>>flatMap(service -> service.getMethods().stream())
          .toList();

  /** A token of some role with some sign-in. */
  private record Variant(String role, boolean scoped, boolean strong, String token) {}

  @Test
  void everyOperationAnswersEveryRoleAsTheTableSays() {
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (MethodDescriptor<?, ?> method : METHODS) {
      for (Variant variant : variants()) {
        asked++;
        @Nullable ErrorReason expected = expected(method.getFullMethodName(), variant);
        @Nullable ErrorReason got = answer(method, variant.token());
        // Once inside, a refusal is about the data or the argument; never about the door.
        boolean inside =
            got == null
                || got != ErrorReason.ERROR_REASON_TOKEN_MISSING
                    && got != ErrorReason.ERROR_REASON_TOKEN_REJECTED
                    && got != ErrorReason.ERROR_REASON_STEP_UP_NEEDED
                    && got != ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT;
        boolean right = expected == null ? inside : got == expected;
        // Only the job that delivers may write: its name is checked inside.
        boolean otherJob =
            variant.role().equals(Roles.SERVICE)
                && method.getFullMethodName().endsWith("/BatchWriteRecords");
        if (!right && !otherJob) {
          wrong.add(method.getFullMethodName() + " " + variant + ": " + got);
        }
      }
    }
    System.out.printf("gRPC doors of profile-service: %d asked, %d wrong%n", asked, wrong.size());
    assertThat(wrong).isEmpty();
  }

  @Test
  void withoutATokenEveryOperationIsShut() {
    for (MethodDescriptor<?, ?> method : METHODS) {
      assertThat(answer(method, ""))
          .as(method.getFullMethodName())
          .isEqualTo(ErrorReason.ERROR_REASON_TOKEN_MISSING);
    }
  }

  private static @Nullable ErrorReason expected(String operation, Variant variant) {
    Optional<OperationRule> rule =
        Operations.load().rules().stream()
            .filter(one -> one.operation().equals(operation) && one.role().equals(variant.role()))
            .findFirst();
    if (rule.isEmpty()) {
      return ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT;
    }
    if (rule.get().strong() && !variant.strong()) {
      return ErrorReason.ERROR_REASON_STEP_UP_NEEDED;
    }
    return rule.get().scope().isPresent() && !variant.scoped()
        ? ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT
        : null;
  }

  private static List<Variant> variants() {
    String person = UUID.randomUUID().toString();
    long now = Instant.now().getEpochSecond();
    return List.of(
        new Variant(Roles.PERSON, true, true, Tokens.person(person)),
        new Variant(Roles.PERSON, false, true, Tokens.person(person, Map.of("scope", "openid"))),
        new Variant(Roles.PERSON, true, false, Tokens.person(person, Map.of("acr", "1"))),
        new Variant(
            Roles.PERSON, true, false, Tokens.person(person, Map.of("auth_time", now - 1_000))),
        new Variant(Roles.PROXY, true, true, Tokens.proxy(person)),
        new Variant(Roles.CENTRE, true, true, Tokens.centre("seoul")),
        new Variant(Roles.CLINICIAN, true, true, Tokens.clinician("dr-1", "seoul")),
        new Variant(Roles.RESEARCHER, true, true, Tokens.researcher()),
        new Variant(Roles.OPERATOR, true, true, Tokens.operator()),
        new Variant(Roles.SERVICE, true, true, Tokens.analytics()));
  }

  private @Nullable ErrorReason answer(MethodDescriptor<?, ?> method, String token) {
    try {
      Iterator<?> answers = call(raw(method), token);
      var unused = answers.hasNext();
      return null;
    } catch (StatusRuntimeException refused) {
      return reason(refused);
    }
  }

  private Iterator<byte[]> call(MethodDescriptor<byte[], byte[]> method, String token) {
    if (token.isEmpty()) {
      return ClientCalls.blockingServerStreamingCall(
          profile.channel(), method, CallOptions.DEFAULT, new byte[0]);
    }
    Raw stub = Calls.as(new Raw(profile.channel(), CallOptions.DEFAULT), token, PATIENCE);
    return ClientCalls.blockingServerStreamingCall(
        stub.getChannel(), method, stub.getCallOptions(), new byte[0]);
  }

  /** An empty message is the same bytes for every request: none. */
  private static MethodDescriptor<byte[], byte[]> raw(MethodDescriptor<?, ?> method) {
    return MethodDescriptor.<byte[], byte[]>newBuilder()
        .setType(MethodDescriptor.MethodType.SERVER_STREAMING)
        .setFullMethodName(method.getFullMethodName())
        .setRequestMarshaller(new Bytes())
        .setResponseMarshaller(new Bytes())
        .build();
  }

  private static final class Raw extends AbstractStub<Raw> {
    private Raw(io.grpc.Channel channel, CallOptions options) {
      super(channel, options);
    }

    @Override
    protected Raw build(io.grpc.Channel channel, CallOptions options) {
      return new Raw(channel, options);
    }
  }

  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new java.io.ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
