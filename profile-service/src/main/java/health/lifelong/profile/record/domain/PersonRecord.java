package health.lifelong.profile.record.domain;

import health.lifelong.profile.genome.domain.StoredGenome;
import health.lifelong.profile.lifestyle.domain.LifestyleDay;
import health.lifelong.profile.person.domain.Demographics;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's record as the database has it at one moment, before consent and release are applied.
 */
public record PersonRecord(
    UUID personId,
    long revision,
    boolean identified,
    Demographics demographics,
    List<StoredCheckup> checkups,
    List<StoredGenome> genomes,
    List<LifestyleDay> days) {

  public PersonRecord {
    checkups = List.copyOf(checkups);
    genomes = List.copyOf(genomes);
    days = List.copyOf(days);
  }

  /** A visit and what stands in it now. */
  public record StoredCheckup(
      int checkupNo,
      UUID checkupId,
      String centre,
      String sourceKey,
      @Nullable EffectiveTime effective,
      List<StoredObservation> observations,
      List<Statement> statements,
      List<ListState> lists,
      List<StoredDocument> documents) {

    public StoredCheckup {
      observations = List.copyOf(observations);
      statements = List.copyOf(statements);
      lists = List.copyOf(lists);
      documents = List.copyOf(documents);
    }
  }

  /** A document and until when it waits for a clinician at most. */
  public record StoredDocument(Document document, @Nullable Long heldUntilMicros) {}
}
