package health.lifelong.profile.person.grpc;

import static health.lifelong.profile.kit.Entries.chart;
import static health.lifelong.profile.kit.Entries.entry;
import static health.lifelong.profile.kit.Entries.member;
import static health.lifelong.profile.kit.Entries.person;
import static health.lifelong.profile.kit.Entries.value;
import static health.lifelong.profile.kit.Entries.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.profile.kit.Entries;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.Identifier;
import health.lifelong.profile.v1.PersonReference;
import health.lifelong.profile.v1.RecordEntry;
import health.lifelong.profile.v1.RecordResult;
import health.lifelong.profile.v1.ResolvePersonRequest;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PersonServiceTest extends ServiceTest {
  private final String number = UUID.randomUUID().toString();

  @Test
  void theInstitutesMemberNumberLinksCentresAndAChartNumberDoesNot() {
    String seoul = write(person("seoul", chart(number), member("M" + number))).getPersonId();

    assertThat(write(person("busan", chart("b" + number), member("M" + number))).getPersonId())
        .isEqualTo(seoul);
    assertThat(write(person("busan", chart("b" + number))).getPersonId()).isEqualTo(seoul);
    assertThat(write(person("daegu", chart(number))).getPersonId()).isNotEqualTo(seoul);
  }

  @Test
  void aRecordThatNamesTwoKnownPersonsMergesNobodyAndIsKeptForReviewOnce() {
    String byMember = write(person("seoul", member(number))).getPersonId();
    String byChart = write(person("seoul", chart(number))).getPersonId();
    RecordEntry both =
        entry(
            person("seoul", chart(number), member(number)), visit("x", value("ALT", "21", "U/L")));

    assertThat(profile.write(both).getPersonId()).isEqualTo(byMember);
    profile.write(both);

    assertThat(
            query(
                "SELECT other_person_id AS other FROM link_conflict WHERE person_id = $1",
                row -> row.getUUID("other").toString(),
                UUID.fromString(byMember)))
        .containsExactly(byChart);
  }

  @Test
  void aProvisionalPersonBecomesIdentified() {
    PersonReference provisional =
        person("seoul", chart(number)).toBuilder().setProvisional(true).clearName().build();
    String id = write(provisional).getPersonId();
    assertThat(profile.own(id).getPerson().getState()).isEqualTo("provisional");

    write(person("seoul", chart(number)));

    assertThat(profile.own(id).getPerson().getState()).isEqualTo("identified");
    assertThat(profile.own(id).getPerson().getName()).isEqualTo("김하늘");
  }

  @Test
  void anEntryWithoutARecordTellsOfThePersonOnly() {
    RecordEntry.Builder entry =
        RecordEntry.newBuilder()
            .setPerson(person("seoul", chart(number)))
            .setSource(Entries.source("seoul", "adt-" + number));
    RecordResult first = profile.write(entry.build());
    String id = first.getPersonId();
    assertThat(first.getPersonCreated()).isTrue();
    assertThat(profile.write(entry.build()).getRevision()).isZero();

    entry.getPersonBuilder().setName("김바다");
    entry.setSource(Entries.source("seoul", "adt-2-" + number));
    assertThat(profile.write(entry.build()).getRevision()).isEqualTo(2);
    entry.getPersonBuilder().setName("김하늘");
    entry.setSource(Entries.source("seoul", "adt-" + number));
    assertThat(profile.write(entry.build()).getRevision()).isZero();

    assertThat(profile.own(id).getPerson().getName()).isEqualTo("김바다");
    assertThat(profile.own(id).getCheckupsList()).isEmpty();
  }

  @Test
  void aRecordThatNamesNobodyIsRefused() {
    assertThat(reason(catchThrowable(() -> write(person("seoul")))))
        .isEqualTo(ErrorReason.ERROR_REASON_PERSON_MISSING);
  }

  @Test
  void concurrentFirstSightingsOfOneIdentifierAreOnePerson() throws Exception {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<RecordResult>>> writes = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        String visit = "v" + i;
        RecordEntry first =
            entry(person("seoul", chart(number), member("M" + number)), visit(visit));
        RecordEntry second = entry(person("seoul", chart("other" + number)), visit(visit));
        List<RecordEntry> batch = i % 2 == 0 ? List.of(first, second) : List.of(second, first);
        writes.add(pool.submit(() -> profile.write(batch)));
      }
      int created = 0;
      Set<String> persons = new HashSet<>();
      for (Future<List<RecordResult>> write : writes) {
        for (RecordResult result : write.get()) {
          persons.add(result.getPersonId());
          created += result.getPersonCreated() ? 1 : 0;
        }
      }
      assertThat(persons).hasSize(2);
      assertThat(created).isEqualTo(2);
      for (String id : persons) {
        assertThat(profile.own(id).getCheckupsList()).hasSize(16);
        assertThat(profile.own(id).getRevision()).isEqualTo(16);
      }
    }
  }

  @Test
  void concurrentDeliveriesOfTheSameCheckupsHaveOneEffect() throws Exception {
    List<RecordEntry> batch = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      batch.add(
          entry(
              person("seoul", chart(number + i % 5)),
              number + "-r" + i,
              visit("v" + i, value("ALT", "2" + i, "U/L"))));
    }
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<RecordResult>>> writes = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        List<RecordEntry> shuffled = new ArrayList<>(batch);
        Collections.shuffle(shuffled, new Random(i));
        writes.add(pool.submit(() -> profile.write(shuffled)));
      }
      int visits = 0;
      Set<String> persons = new HashSet<>();
      for (Future<List<RecordResult>> write : writes) {
        for (RecordResult result : write.get()) {
          visits += result.getPersonCreated() ? 1 : 0;
          persons.add(result.getPersonId());
        }
      }
      assertThat(visits).isEqualTo(5);
      assertThat(persons).hasSize(5);
      for (String id : persons) {
        assertThat(profile.own(id).getCheckupsList()).hasSize(4);
      }
    }
  }

  @Test
  void noIdentifierAndNoNameStandInTheDatabaseInClear() {
    String canary = "canary" + number.replace("-", "");
    write(
        person("seoul", chart(canary), member(canary)).toBuilder().setName("이름" + canary).build());

    List<String> tables =
        query(
            "SELECT relname::text AS t FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition"
                + " AND relnamespace = 'public'::regnamespace",
            row -> row.getString("t"));
    assertThat(tables).hasSizeGreaterThan(15);
    for (String table : tables) {
      assertThat(
              query(
                  "SELECT count(*) AS n FROM "
                      + table
                      + " t WHERE t::text LIKE '%"
                      + canary
                      + "%' OR t::text LIKE '%"
                      + HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8))
                      + "%'",
                  row -> row.getLong("n")))
          .as(table)
          .containsExactly(0L);
    }
  }

  @Test
  void aCentreFindsItsOwnPersonsWithAndWithoutTheSystem() {
    String id = write(person("seoul", chart(number), member("M" + number))).getPersonId();

    assertThat(resolve(Tokens.centre("seoul"), "seoul", chart(number))).isEqualTo(id);
    assertThat(resolve(Tokens.centre("seoul"), "seoul", bare(number))).isEqualTo(id);
    assertThat(resolve(Tokens.operator(), "seoul", bare("M" + number))).isEqualTo(id);
    for (Throwable refused :
        List.of(
            catchThrowable(() -> resolve(Tokens.centre("busan"), "seoul", chart(number))),
            catchThrowable(() -> resolve(Tokens.centre("busan"), "busan", chart(number))),
            catchThrowable(() -> resolve(Tokens.centre("busan"), "busan", member("M" + number))),
            catchThrowable(() -> resolve(Tokens.centre("seoul"), "seoul", bare("nobody"))))) {
      assertThat(reason(refused)).isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    }
    assertThat(reason(catchThrowable(() -> resolve(Tokens.person(id), "seoul", chart(number)))))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
  }

  private RecordResult write(PersonReference person) {
    return profile.write(entry(person, visit("visit", value("GLU_F", "98", "mg/dL"))));
  }

  private static Identifier bare(String value) {
    return Identifier.newBuilder().setValue(value).build();
  }

  private String resolve(String token, String centre, Identifier identifier) {
    return profile
        .persons(token)
        .resolvePerson(
            ResolvePersonRequest.newBuilder().setCentre(centre).setIdentifier(identifier).build())
        .getPersonId();
  }
}
