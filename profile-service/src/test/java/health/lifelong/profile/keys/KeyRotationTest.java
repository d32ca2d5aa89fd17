package health.lifelong.profile.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.profile.keys.app.KeyRotation;
import health.lifelong.profile.kit.Entries;
import health.lifelong.profile.kit.Planted;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.KeyCount;
import health.lifelong.profile.v1.ListKeysRequest;
import health.lifelong.profile.v1.RotateKeysRequest;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Keys are turned over while the service works. */
@QuarkusTest
class KeyRotationTest extends ServiceTest {
  @Inject KeyRotation rotation;

  @Inject
  @ReactiveDataSource("keys")
  Pool keyStore;

  @Test
  void newDataStandsUnderTheNewKeyAtOnceAndTheRestFollows() {
    String person = Planted.person(profile, "말");
    GetRecordResponse before = profile.own(person);
    for (Category category : List.of(Category.CATEGORY_CHECKUP, Category.CATEGORY_IDENTITY)) {
      rotate(RotateKeysRequest.Kind.KIND_DATA, category);
    }

    profile.write(
        Entries.entry(
            Entries.byId(person), Entries.visit("v2", Entries.value("CREAT", "0.9", "mg/dL"))));
    assertThat(generations(person, 2)).containsExactly(1, 2);
    assertThat(profile.own(person).getCheckupsCount()).isEqualTo(before.getCheckupsCount() + 1);

    assertThat(rotation.round().await().indefinitely()).isPositive();

    assertThat(generations(person, 1)).containsExactly(2);
    assertThat(generations(person, 2)).containsExactly(2);
    GetRecordResponse after = profile.own(person);
    assertThat(after.getPerson()).isEqualTo(before.getPerson());
    assertThat(after.getCheckupsList()).containsAll(before.getCheckupsList());
    assertThat(rotation.round().await().indefinitely()).isZero();
  }

  @Test
  void everyCategoryIsSealedAnewUnderLoad() throws InterruptedException {
    String person = Planted.person(profile, "말");
    GetRecordResponse before = profile.own(person);
    AtomicBoolean done = new AtomicBoolean();
    AtomicBoolean failed = new AtomicBoolean();
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!done.get()) {
                    try {
                      failed.compareAndSet(
                          false, !profile.own(person).getPerson().getName().equals("말"));
                    } catch (RuntimeException e) {
                      failed.set(true);
                    }
                  }
                });
    for (Category category : Category.values()) {
      if (category != Category.UNRECOGNIZED && category != Category.CATEGORY_UNSPECIFIED) {
        rotate(RotateKeysRequest.Kind.KIND_DATA, category);
        rotate(RotateKeysRequest.Kind.KIND_ENCRYPTION, category);
      }
    }
    rotation.round().await().indefinitely();
    done.set(true);
    reader.join();

    assertThat(failed).isFalse();
    assertThat(profile.own(person).getCheckupsList()).isEqualTo(before.getCheckupsList());
    for (int category = 1; category <= 6; category++) {
      assertThat(generations(person, category)).as("category %d", category).hasSize(1);
    }
  }

  @Test
  void dataKeysAreWrappedAnewAndTheOldWrappingIsDestroyedWhenItsCountIsZero() {
    String person = Planted.person(profile, "말");
    rotate(RotateKeysRequest.Kind.KIND_ENCRYPTION, Category.CATEGORY_IDENTITY);
    List<KeyCount> between = counts(Category.CATEGORY_IDENTITY);
    assertThat(between).hasSizeGreaterThanOrEqualTo(2);
    assertThat(between.getLast().getDataKeys()).isZero();
    String newcomer = Planted.person(profile, "말");
    assertThat(counts(Category.CATEGORY_IDENTITY).getLast().getDataKeys()).isEqualTo(1);

    rotation.round().await().indefinitely();

    assertThat(counts(Category.CATEGORY_IDENTITY)).hasSize(1);
    assertThat(profile.own(person).getPerson().getName()).isEqualTo("말");
    assertThat(profile.own(newcomer).getPerson().getName()).isEqualTo("말");
  }

  @Test
  void aKeyUnderWhichSomethingStandsCannotBeDestroyed() {
    Planted.person(profile, "말");

    assertThat(
            catchThrowable(
                () ->
                    keyStore
                        .query("DELETE FROM key_encryption_key")
                        .execute()
                        .await()
                        .indefinitely()))
        .hasMessageContaining("violates foreign key");
  }

  @Test
  void onlyAnOperatorTurnsKeysOver() {
    for (String token :
        List.of(
            Tokens.person(UUID.randomUUID().toString()),
            Tokens.centre("seoul"),
            Tokens.clinician("dr", "seoul"),
            Tokens.ingestion(),
            Tokens.analytics())) {
      assertThat(
              reason(
                  catchThrowable(
                      () ->
                          profile.keys(token).rotateKeys(RotateKeysRequest.getDefaultInstance()))))
          .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
      assertThat(
              reason(
                  catchThrowable(
                      () -> profile.keys(token).listKeys(ListKeysRequest.getDefaultInstance()))))
          .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
    }
  }

  private void rotate(RotateKeysRequest.Kind kind, Category category) {
    profile
        .keys(Tokens.operator())
        .rotateKeys(RotateKeysRequest.newBuilder().setKind(kind).setCategory(category).build());
  }

  private List<KeyCount> counts(Category category) {
    return profile
        .keys(Tokens.operator())
        .listKeys(ListKeysRequest.getDefaultInstance())
        .getCountsList()
        .stream()
        .filter(count -> count.getCategory() == category)
        .toList();
  }

  private List<Integer> generations(String person, int category) {
    return keyStore
        .preparedQuery(
            "SELECT generation FROM data_key WHERE person_id = $1 AND category = $2 ORDER BY 1")
        .execute(Tuple.of(UUID.fromString(person), (short) category))
        .await()
        .indefinitely()
        .stream()
        .map(row -> row.getInteger(0))
        .toList();
  }
}
