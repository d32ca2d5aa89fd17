package health.lifelong.analytics.insight.grpc;

import com.google.protobuf.ByteString;
import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.EffectiveTime;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.common.v1.Purpose;
import health.lifelong.common.v1.Quantity;
import health.lifelong.common.v1.SexAtBirth;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.v1.BatchWriteRecordsRequest;
import health.lifelong.profile.v1.BatchWriteRecordsResponse;
import health.lifelong.profile.v1.Checkup;
import health.lifelong.profile.v1.CheckupView;
import health.lifelong.profile.v1.ExportRecordRequest;
import health.lifelong.profile.v1.ExportRecordResponse;
import health.lifelong.profile.v1.Genome;
import health.lifelong.profile.v1.GenomeBlock;
import health.lifelong.profile.v1.GenomeView;
import health.lifelong.profile.v1.GetRecordRequest;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.Observation;
import health.lifelong.profile.v1.ObservationStatus;
import health.lifelong.profile.v1.PersonSummary;
import health.lifelong.profile.v1.RecordService;
import health.lifelong.profile.v1.StreamChangesRequest;
import health.lifelong.profile.v1.StreamChangesResponse;
import health.lifelong.profile.v1.StreamGenomeRequest;
import health.lifelong.profile.v1.StreamGenomeResponse;
import health.lifelong.profile.v1.Withheld;
import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallBlock;
import health.lifelong.vocabulary.genome.CallState;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The owner of the record, as far as these tests need one: it answers by the subject of the token
 * that travels along.
 */
@GrpcService
@Authenticated
public class FakeProfile implements RecordService {
  static final String KNOWN = "person-known";
  static final String WITHOUT_CONSENT = "person-without-consent";
  static final String GENES_WITHHELD = "person-genes-withheld";
  static final String LOST_BLOCK = "person-lost-block";
  static final String AWAY = "person-away";

  private final JsonWebToken token;

  public FakeProfile(JsonWebToken token) {
    this.token = token;
  }

  @Override
  public Uni<GetRecordResponse> getRecord(GetRecordRequest request) {
    boolean own = token.getSubject().equals(request.getPersonId());
    boolean care = request.getPurpose() == Purpose.PURPOSE_CARE;
    if (!own && !care) {
      throw new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "");
    }
    return switch (request.getPersonId()) {
      case KNOWN, LOST_BLOCK -> Uni.createFrom().item(record().build());
      case WITHOUT_CONSENT ->
          Uni.createFrom().item(withheld(record(), Category.CATEGORY_CHECKUP).build());
      case GENES_WITHHELD ->
          Uni.createFrom().item(withheld(record(), Category.CATEGORY_GENETIC_RAW).build());
      case AWAY -> throw new LifelongException(ErrorReason.ERROR_REASON_DEPENDENCY_UNAVAILABLE, "");
      default -> throw new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "");
    };
  }

  private static GetRecordResponse.Builder withheld(
      GetRecordResponse.Builder record, Category category) {
    return record.addWithheld(Withheld.newBuilder().setCategory(category).setReason("no_consent"));
  }

  private static GetRecordResponse.Builder record() {
    EffectiveTime time =
        EffectiveTime.newBuilder()
            .setStartMicros(Instant.parse("2025-05-12T00:00:00Z").getEpochSecond() * 1_000_000)
            .setOffsetMinutes(540)
            .build();
    return GetRecordResponse.newBuilder()
        .setRevision(3)
        .setPerson(
            PersonSummary.newBuilder()
                .setPersonId(KNOWN)
                .setSexAtBirth(SexAtBirth.SEX_AT_BIRTH_MALE)
                .setBirthDate("1972-04-03"))
        .addCheckups(
            CheckupView.newBuilder()
                .setCheckupId("c1")
                .setCentre("seoul")
                .setCheckup(
                    Checkup.newBuilder()
                        .setEffectiveTime(time)
                        .addObservations(
                            Observation.newBuilder()
                                .setItemCode("CREAT")
                                .setQuantity(
                                    Quantity.newBuilder().setValue("0.95").setUnit("mg/dL"))
                                .setStatus(ObservationStatus.OBSERVATION_STATUS_FINAL)
                                .setEffectiveTime(time))))
        .addGenomes(
            GenomeView.newBuilder()
                .setGenomeId("g1")
                .setGenome(Genome.newBuilder().setBuild("GRCh37")));
  }

  @Override
  public Multi<StreamGenomeResponse> streamGenome(StreamGenomeRequest request) {
    CallBlock block =
        CallBlock.of(
            List.of(
                new Call(
                    "12",
                    112241766,
                    112241766,
                    "rs671",
                    List.of("G", "A"),
                    false,
                    0,
                    1,
                    false,
                    null,
                    CallState.CALLED)));
    StreamGenomeResponse head =
        StreamGenomeResponse.newBuilder()
            .setSequence(0)
            .setGenome(Genome.newBuilder().setBuild("GRCh37"))
            .setBlock(
                GenomeBlock.newBuilder()
                    .setChromosome(block.chromosome())
                    .setFirstPosition(block.first())
                    .setLastPosition(block.last())
                    .setCalls(block.calls())
                    .setPacked(ByteString.copyFrom(block.packed()))
                    .setChecksum(block.checksum()))
            .build();
    return request.getPersonId().equals(LOST_BLOCK)
        ? Multi.createFrom().items(head, head.toBuilder().setSequence(2).build())
        : Multi.createFrom().item(head);
  }

  @Override
  public Uni<BatchWriteRecordsResponse> batchWriteRecords(BatchWriteRecordsRequest request) {
    throw new LifelongException(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT, "");
  }

  @Override
  public Multi<StreamChangesResponse> streamChanges(StreamChangesRequest request) {
    throw new LifelongException(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT, "");
  }

  @Override
  public Uni<ExportRecordResponse> exportRecord(ExportRecordRequest request) {
    throw new LifelongException(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT, "");
  }
}
