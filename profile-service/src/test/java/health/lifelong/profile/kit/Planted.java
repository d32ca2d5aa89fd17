package health.lifelong.profile.kit;

import static health.lifelong.profile.kit.Entries.day;
import static health.lifelong.profile.kit.Entries.entry;
import static health.lifelong.profile.kit.Entries.unmapped;
import static health.lifelong.profile.kit.Entries.value;

import com.google.protobuf.ByteString;
import health.lifelong.common.v1.Coding;
import health.lifelong.common.v1.Quantity;
import health.lifelong.profile.identity.app.IdentityMatchingJob;
import health.lifelong.profile.v1.AcknowledgeCriticalResultRequest;
import health.lifelong.profile.v1.Checkup;
import health.lifelong.profile.v1.ClinicalStatement;
import health.lifelong.profile.v1.DecideIdentityMatchRequest;
import health.lifelong.profile.v1.Document;
import health.lifelong.profile.v1.Genome;
import health.lifelong.profile.v1.GenomeBlock;
import health.lifelong.profile.v1.IdentityMatch;
import health.lifelong.profile.v1.IdentityMatchState;
import health.lifelong.profile.v1.LifestyleDay;
import health.lifelong.profile.v1.LifestyleDays;
import health.lifelong.profile.v1.ListCriticalResultsRequest;
import health.lifelong.profile.v1.ListIdentityMatchesRequest;
import health.lifelong.profile.v1.ListIdentityMatchesResponse;
import health.lifelong.profile.v1.Observation;
import health.lifelong.profile.v1.OpenBreakGlassRequest;
import health.lifelong.profile.v1.PersonReference;
import health.lifelong.profile.v1.RecordEntry;
import health.lifelong.profile.v1.ReviewBreakGlassRequest;
import jakarta.enterprise.inject.spi.CDI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32C;

/** A person with something in every sealed column, the same word in every field that takes one. */
public final class Planted {
  private Planted() {}

  /** Writes the person at a centre of their own and returns the id. */
  public static String person(Profile profile, String word) {
    String centre = "c-" + UUID.randomUUID();
    PersonReference person =
        Entries.person(centre, Entries.chart(word + UUID.randomUUID())).toBuilder()
            .setName(word)
            .setPhone(word)
            .setBirthDate(born())
            .build();
    String id = profile.write(entry(person, visit(word, "5.5"))).getPersonId();
    // Corrected: the first version goes to the history.
    profile.write(entry(person, visit(word, "5.6")));
    profile.write(genome(person, word));
    profile.write(days(person, word));
    acknowledge(profile, centre, word);
    look(profile, centre, id, word);
    doubt(profile, centre, id, word);
    return id;
  }

  // Nobody who was planted before is taken for this person.
  private static String born() {
    return LocalDate.ofEpochDay(ThreadLocalRandom.current().nextLong(-14_000, 7_000)).toString();
  }

  // Somebody else's chart number is sent with this person's id, and an operator keeps the two
  // apart.
  private static void doubt(Profile profile, String centre, String id, String word) {
    PersonReference other =
        PersonReference.newBuilder()
            .setCentre(centre)
            .addIdentifiers(Entries.chart(word + UUID.randomUUID()))
            .build();
    profile.write(told(other));
    profile.write(
        told(
            Entries.byId(id).toBuilder()
                .setCentre(centre)
                .addAllIdentifiers(other.getIdentifiersList())
                .build()));
    CDI.current().select(IdentityMatchingJob.class).get().round().await().indefinitely();
    profile
        .identity(Tokens.operator())
        .decideIdentityMatch(
            DecideIdentityMatchRequest.newBuilder()
                .setMatchId(openMatch(profile, id))
                .setDecision(IdentityMatchState.IDENTITY_MATCH_STATE_SEPARATE)
                .setReason(word + ", who has a chart of their own")
                .build());
  }

  private static RecordEntry told(PersonReference person) {
    return RecordEntry.newBuilder()
        .setPerson(person)
        .setSource(Entries.source(person.getCentre(), UUID.randomUUID().toString()))
        .build();
  }

  private static String openMatch(Profile profile, String person) {
    ListIdentityMatchesRequest.Builder page =
        ListIdentityMatchesRequest.newBuilder().setPageSize(200);
    while (true) {
      ListIdentityMatchesResponse found =
          profile.identity(Tokens.operator()).listIdentityMatches(page.build());
      for (IdentityMatch match : found.getMatchesList()) {
        if (match.getPersonId().equals(person)) {
          return match.getMatchId();
        }
      }
      if (found.getNextPageToken().isEmpty()) {
        throw new AssertionError("nobody doubts who this is");
      }
      page.setPageToken(found.getNextPageToken());
    }
  }

  private static void look(Profile profile, String centre, String id, String word) {
    String glass =
        profile
            .glasses(Tokens.clinician("dr-9", centre, "2", 1))
            .openBreakGlass(
                OpenBreakGlassRequest.newBuilder()
                    .setCentre(centre)
                    .setPersonId(id)
                    .setReasonCode("unconscious")
                    .setReasonText(word + ", brought in without a word said")
                    .build())
            .getBreakGlass()
            .getBreakGlassId();
    profile
        .glasses(Tokens.operator("officer-1"))
        .reviewBreakGlass(
            ReviewBreakGlassRequest.newBuilder()
                .setBreakGlassId(glass)
                .setJustified(true)
                .setNote(word)
                .build());
  }

  private static Checkup visit(String word, String number) {
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    Observation phq =
        value("PHQ9_9", "2", "{score}").toBuilder().setEffectiveTime(day(today)).build();
    return Checkup.newBuilder()
        .setSourceKey(word)
        .setEffectiveTime(day(today))
        .addObservations(words(value("HBA1C", number, "%"), word))
        .addObservations(phq)
        .addObservations(words(unmapped(word, word), word))
        .addObservations(
            words(value("ALT", "1", "U/L"), word).toBuilder()
                .setCoded(Coding.newBuilder().setSystem(word).setCode(word).setDisplay(word)))
        .addStatements(
            ClinicalStatement.newBuilder()
                .setKind(ClinicalStatement.Kind.KIND_CONDITION)
                .addCodes(Coding.newBuilder().setSystem(word).setCode(word).setDisplay(word))
                .setText(word)
                .setStatus(word)
                .setSourceKey("dx")
                .setPosition(word))
        .addDocuments(
            Document.newBuilder()
                .setKind("report")
                .setCode(Coding.newBuilder().setSystem(word).setCode(word).setDisplay(word))
                .setTitle(word)
                .setText(word)
                .setSourceKey("doc")
                .setPosition(word))
        .build();
  }

  private static Observation words(Observation observation, String word) {
    return observation.toBuilder()
        .setRawCode(Coding.newBuilder().setSystem(word).setCode(word).setDisplay(word))
        .setRawValue(word)
        .setRawUnit(word)
        .setPosition(word)
        .setMethod(word)
        .setDevice(word)
        .setReferenceRange(word)
        .setInterpretation(word)
        .setPanel(word)
        .build();
  }

  private static RecordEntry genome(PersonReference person, String word) {
    byte[] packed = ("genotypes " + word).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    CRC32C checksum = new CRC32C();
    checksum.update(packed);
    GenomeBlock block =
        GenomeBlock.newBuilder()
            .setChromosome("1")
            .setFirstPosition(1)
            .setLastPosition(9)
            .setCalls(1)
            .setPacked(ByteString.copyFrom(packed))
            .setChecksum((int) checksum.getValue())
            .build();
    return RecordEntry.newBuilder()
        .setPerson(person)
        .setSource(Entries.source(person.getCentre(), UUID.randomUUID().toString()))
        .setGenome(
            Genome.newBuilder()
                .setSourceKey("g-" + word)
                .setBuild("GRCh38")
                .setBuildEvidence(word)
                .setVendor(word)
                .setTechnology("array")
                .setSample(word)
                .addWarnings(word)
                .addBlocks(block))
        .build();
  }

  private static RecordEntry days(PersonReference person, String word) {
    return RecordEntry.newBuilder()
        .setPerson(person)
        .setSource(Entries.source(person.getCentre(), UUID.randomUUID().toString()))
        .setLifestyleDays(
            LifestyleDays.newBuilder()
                .addDays(
                    LifestyleDay.newBuilder()
                        .setLocalDay("2025-01-02")
                        .setSignal("steps")
                        .setValue(Quantity.newBuilder().setValue("900").setUnit("{count}"))
                        .setStatistic("sum")
                        .setSource(word)
                        .addAllSources(List.of(word, "x"))
                        .setAlgorithmVersion("1")))
        .build();
  }

  private static void acknowledge(Profile profile, String centre, String word) {
    String critical =
        profile
            .safety(Tokens.centre(centre))
            .listCriticalResults(ListCriticalResultsRequest.newBuilder().setCentre(centre).build())
            .getResults(0)
            .getCriticalId();
    profile
        .safety(Tokens.clinician("dr-1", centre))
        .acknowledgeCriticalResult(
            AcknowledgeCriticalResultRequest.newBuilder()
                .setCentre(centre)
                .setCriticalId(critical)
                .setNote(word)
                .build());
  }
}
