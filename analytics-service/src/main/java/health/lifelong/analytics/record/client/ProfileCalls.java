package health.lifelong.analytics.record.client;

import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.common.v1.Purpose;
import health.lifelong.platform.Calls;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.v1.GenomeBlock;
import health.lifelong.profile.v1.GetRecordRequest;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.RecordServiceGrpc.RecordServiceBlockingStub;
import health.lifelong.profile.v1.StreamGenomeRequest;
import health.lifelong.profile.v1.StreamGenomeResponse;
import health.lifelong.vocabulary.genome.CallBlock;
import health.lifelong.vocabulary.genome.GenotypeTable;
import health.lifelong.vocabulary.genome.Genotypes;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads from profile-service in the name of a token. Genotypes stay in the memory of the call that
 * asked for them: nothing here stores, caches or logs one.
 */
public final class ProfileCalls {
  /** Everything insights are made of; raw genotypes are decided only where they are named. */
  private static final List<Category> FOR_INSIGHTS =
      List.of(
          Category.CATEGORY_IDENTITY,
          Category.CATEGORY_CHECKUP,
          Category.CATEGORY_GENETIC_REPORT,
          Category.CATEGORY_GENETIC_RAW,
          Category.CATEGORY_LIFESTYLE,
          Category.CATEGORY_SPECIAL);

  private final RecordServiceBlockingStub profile;

  public ProfileCalls(RecordServiceBlockingStub profile) {
    this.profile = profile;
  }

  /**
   * The record for a purpose.
   *
   * @param knownRevision revision whose answer the caller holds; 0 for none
   */
  public GetRecordResponse record(
      String token, String personId, Purpose purpose, long knownRevision, Duration deadline) {
    GetRecordRequest.Builder request =
        GetRecordRequest.newBuilder()
            .setPersonId(personId)
            .setPurpose(purpose)
            .setKnownRevision(knownRevision);
    if (purpose == Purpose.PURPOSE_HEALTH_MANAGEMENT) {
      request.addAllCategories(FOR_INSIGHTS);
    }
    try {
      return Calls.as(profile, token, deadline).getRecord(request.build());
    } catch (StatusRuntimeException e) {
      throw LifelongException.from(e);
    }
  }

  /**
   * The genotypes of a genome.
   *
   * @param genomeId empty for the newest
   */
  public Optional<Genotypes> genotypes(
      String token, String personId, Purpose purpose, String genomeId, Duration deadline) {
    StreamGenomeRequest request =
        StreamGenomeRequest.newBuilder()
            .setPersonId(personId)
            .setPurpose(purpose)
            .setGenomeId(genomeId)
            .build();
    try {
      return table(Calls.as(profile, token, deadline).streamGenome(request));
    } catch (StatusRuntimeException e) {
      throw LifelongException.from(e);
    }
  }

  private static Optional<Genotypes> table(Iterator<StreamGenomeResponse> parts) {
    GenotypeTable.Builder calls = new GenotypeTable.Builder();
    String build = "unknown";
    int expected = 0;
    while (parts.hasNext()) {
      StreamGenomeResponse part = parts.next();
      if (part.getSequence() != expected) {
        throw new LifelongException(
            ErrorReason.ERROR_REASON_INTERNAL, "a block of the genome is lost");
      }
      expected++;
      if (part.hasGenome()) {
        build = part.getGenome().getBuild();
      }
      if (part.hasBlock()) {
        calls.add(block(part.getBlock()));
      }
    }
    return expected == 0 ? Optional.empty() : Optional.of(calls.build(build));
  }

  private static CallBlock block(GenomeBlock sent) {
    return new CallBlock(
        sent.getChromosome(),
        sent.getFirstPosition(),
        sent.getLastPosition(),
        sent.getCalls(),
        sent.getPacked().toByteArray(),
        sent.getChecksum());
  }
}
