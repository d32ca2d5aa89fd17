package health.lifelong.profile.access.grpc;

import static health.lifelong.common.v1.Purpose.PURPOSE_CARE;
import static health.lifelong.common.v1.Purpose.PURPOSE_HEALTH_MANAGEMENT;
import static health.lifelong.common.v1.Purpose.PURPOSE_ORIGIN_CENTRE;
import static health.lifelong.common.v1.Purpose.PURPOSE_OWN_ACCESS;
import static health.lifelong.profile.kit.Entries.chart;
import static health.lifelong.profile.kit.Entries.entry;
import static health.lifelong.profile.kit.Entries.person;
import static health.lifelong.profile.kit.Entries.value;
import static health.lifelong.profile.kit.Entries.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.audit.AuditExport;
import health.lifelong.platform.audit.AuditKeys;
import health.lifelong.platform.audit.AuditReport;
import health.lifelong.platform.audit.AuditVerifier;
import health.lifelong.profile.access.app.AuditSigner;
import health.lifelong.profile.access.app.AuditStore;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.kit.Administrator;
import health.lifelong.profile.kit.AuditTestKeys;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.ExportAuditLogRequest;
import health.lifelong.profile.v1.ExportAuditLogResponse;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@NullUnmarked
class AuditChainTest extends ServiceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject AuditStore store;
  @Inject AuditSigner signer;
  @TempDir Path temp;
  private String chart = "";
  private String somebody = "";

  @BeforeEach
  void somebodyIsKnown() {
    chart = UUID.randomUUID().toString();
    somebody =
        profile
            .write(
                entry(person("seoul", chart(chart)), visit("a", value("GLU_F", "98.25", "mg/dL"))))
            .getPersonId();
  }

  private long end() {
    return query("SELECT size FROM audit_end", row -> row.getLong(0)).getFirst();
  }

  private AuditReport verified() throws IOException {
    Path folder = temp.resolve(UUID.randomUUID().toString());
    try (AuditExport export = AuditExport.into(folder)) {
      Iterator<ExportAuditLogResponse> parts =
          profile
              .audit(Tokens.operator())
              .exportAuditLog(ExportAuditLogRequest.getDefaultInstance());
      while (parts.hasNext()) {
        ExportAuditLogResponse part = parts.next();
        for (String line : part.getRecordsList()) {
          export.record(line);
        }
        for (String line : part.getHeadsList()) {
          export.head(line);
        }
        if (!part.getStatement().isEmpty()) {
          export.statement(part.getStatement());
        }
      }
    }
    AuditKeys keys = AuditKeys.read(Path.of(System.getProperty(AuditTestKeys.PUBLIC)));
    return new AuditVerifier(keys, List.of()).verify(folder);
  }

  @Test
  void anExportIsGoodAndHoldsTheRecordOfItself() throws IOException {
    profile.own(somebody);
    AuditReport report = verified();
    assertThat(report.problem()).isNull();
    assertThat(report.records()).isEqualTo(end());
    assertThat(
            query(
                "SELECT body::jsonb #>> '{record,action,operation}' AS a FROM audit_record WHERE seq = $1",
                row -> row.getString("a"),
                report.records()))
        .containsExactly("audit.export");
  }

  @Test
  void onlyAnOperatorExportsAndARefusalIsInTheLog() {
    for (String token :
        List.of(Tokens.person(somebody), Tokens.centre("seoul"), Tokens.analytics())) {
      Throwable refused =
          catchThrowable(
              () ->
                  profile
                      .audit(token)
                      .exportAuditLog(ExportAuditLogRequest.getDefaultInstance())
                      .hasNext());
      assertThat(reason(refused)).isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
    }
    assertThat(
            query(
                "SELECT body::jsonb #>> '{record,decision,effect}' AS d FROM audit_record ORDER BY seq DESC LIMIT 3",
                row -> row.getString("d")))
        .containsOnly("deny");
  }

  @Test
  void fiveHundredMixedLooksAreFiveHundredRecords() throws IOException {
    looks(500);
  }

  @Tag("long")
  @Test
  void tenThousandMixedLooksAreTenThousandRecords() throws IOException {
    looks(10_000);
  }

  // Own reads, foreign tries, unknown persons, roles that may not, centres: from ten callers at
  // once.
  private void looks(int count) throws IOException {
    long before = end();
    AtomicInteger next = new AtomicInteger();
    inParallel(
        10,
        () -> {
          int i;
          while ((i = next.getAndIncrement()) < count) {
            look(i);
          }
        });
    assertThat(end() - before).isEqualTo(count);
    assertThat(verified().problem()).isNull();
  }

  private void look(int i) {
    String nobody = UUID.randomUUID().toString();
    Object unused =
        switch (i % 6) {
          case 0 -> profile.own(somebody);
          case 1 -> profile.read(Tokens.centre("seoul"), somebody, PURPOSE_ORIGIN_CENTRE);
          case 2 -> refused(Tokens.person(nobody), somebody, PURPOSE_OWN_ACCESS);
          case 3 -> refused(Tokens.operator(), somebody, PURPOSE_HEALTH_MANAGEMENT);
          case 4 -> refused(Tokens.person(nobody), nobody, PURPOSE_OWN_ACCESS);
          default -> refused(Tokens.clinician("dr-9", "busan"), somebody, PURPOSE_CARE);
        };
    assertThat(unused).isNotNull();
  }

  private Throwable refused(String token, String id, health.lifelong.common.v1.Purpose purpose) {
    return catchThrowable(() -> profile.read(token, id, purpose));
  }

  private static void inParallel(int threads, Runnable work) {
    List<Thread> running =
        IntStream.range(0, threads).mapToObj(i -> Thread.ofVirtual().start(work)).toList();
    for (Thread thread : running) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static AccessEvent.Draft draft() {
    return new AccessEvent.Draft(
        UUID.randomUUID(),
        new Caller(Role.OPERATOR, "op", null),
        "test.read",
        null,
        List.of(),
        true,
        "rule");
  }

  @Test
  void manyWritersAtOnceKeepOneChain() throws IOException {
    long before = end();
    inParallel(
        8,
        () -> {
          for (int i = 0; i < 25; i++) {
            store.append(List.of(draft(), draft())).await().atMost(PATIENCE);
          }
        });
    assertThat(end() - before).isEqualTo(400);
    assertThat(verified().problem()).isNull();
  }

  @Test
  void aConnectionThatDiesBeforeTheCommitLeavesNoGap() throws IOException {
    long before = end();
    SqlConnection dying = Administrator.pool().getConnection().await().atMost(PATIENCE);
    dying.begin().await().atMost(PATIENCE);
    store.append(dying, List.of(draft(), draft())).await().atMost(PATIENCE);
    int pid =
        dying
            .query("SELECT pg_backend_pid()")
            .execute()
            .await()
            .atMost(PATIENCE)
            .iterator()
            .next()
            .getInteger(0);
    query("SELECT pg_terminate_backend($1)", row -> row.getBoolean(0), pid);
    store.append(List.of(draft())).await().atMost(PATIENCE);

    assertThat(end() - before).isEqualTo(1);
    assertThat(verified().problem()).isNull();
  }

  @Test
  void aRollbackTakesItsRecordsAlong() {
    long before = end();
    Throwable rolledBack =
        catchThrowable(
            () ->
                pool.withTransaction(
                        transaction ->
                            store
                                .append(transaction, List.of(draft()))
                                .invoke(
                                    () -> {
                                      throw new IllegalStateException("effect failed");
                                    }))
                    .await()
                    .atMost(PATIENCE));
    assertThat(rolledBack).isNotNull();
    assertThat(end()).isEqualTo(before);
  }

  @Test
  void noRecordHoldsAPersonIdANameOrAValue() {
    profile.own(somebody);
    var unused = refused(Tokens.person(somebody), UUID.randomUUID().toString(), PURPOSE_OWN_ACCESS);
    List<String> bodies = query("SELECT body FROM audit_record", row -> row.getString("body"));
    assertThat(bodies)
        .noneMatch(
            body ->
                Stream.of(somebody, "김하늘", "1980-02-29", "98.25", chart).anyMatch(body::contains));
  }

  @Test
  void erasingTheSaltUnlinksAPersonAndLeavesTheChainWhole() throws IOException {
    profile.own(somebody);
    UUID id = UUID.fromString(somebody);
    String looks = "SELECT count(*) AS n FROM access_event WHERE person_id = $1";
    assertThat(query(looks, row -> row.getLong("n"), id).getFirst()).isPositive();

    query("DELETE FROM audit_salt WHERE person_id = $1", row -> row, id);

    assertThat(query(looks, row -> row.getLong("n"), id)).containsExactly(0L);
    assertThat(verified().problem()).isNull();
  }

  @Test
  void headsAreSignedEveryThousandRecordsAndKeptOutsideTheDatabase() throws IOException {
    store
        .append(IntStream.range(0, 2_500).mapToObj(i -> draft()).toList())
        .await()
        .atMost(PATIENCE);
    signer.round().await().atMost(PATIENCE);

    List<Long> sizes = new ArrayList<>(List.of(0L));
    sizes.addAll(query("SELECT size FROM audit_head ORDER BY size", row -> row.getLong(0)));
    assertThat(sizes.getLast()).isEqualTo(end());
    for (int i = 1; i < sizes.size(); i++) {
      assertThat(sizes.get(i) - sizes.get(i - 1)).isLessThanOrEqualTo(1_000);
    }
    Path kept = Path.of(System.getProperty(AuditTestKeys.PUBLIC)).resolveSibling("heads.log");
    assertThat(Files.readAllLines(kept))
        .containsExactlyElementsOf(
            query("SELECT line FROM audit_head ORDER BY size", row -> row.getString(0)));
  }
}
