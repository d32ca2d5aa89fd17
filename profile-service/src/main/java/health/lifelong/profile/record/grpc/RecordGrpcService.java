package health.lifelong.profile.record.grpc;

import com.google.protobuf.ByteString;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.app.ProfileConfig;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.access.grpc.Callers;
import health.lifelong.profile.access.grpc.Requests;
import health.lifelong.profile.change.app.ChangeFeed;
import health.lifelong.profile.change.app.StoreFailures;
import health.lifelong.profile.change.domain.Change;
import health.lifelong.profile.genome.app.GenomeReader;
import health.lifelong.profile.genome.domain.GenomeBlock;
import health.lifelong.profile.record.app.RecordReader;
import health.lifelong.profile.record.app.RecordReader.Question;
import health.lifelong.profile.record.app.RecordWriter;
import health.lifelong.profile.record.domain.Delivered;
import health.lifelong.profile.record.domain.EntryResult;
import health.lifelong.profile.v1.BatchWriteRecordsRequest;
import health.lifelong.profile.v1.BatchWriteRecordsResponse;
import health.lifelong.profile.v1.ExportRecordRequest;
import health.lifelong.profile.v1.ExportRecordResponse;
import health.lifelong.profile.v1.GetRecordRequest;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.RecordEntry;
import health.lifelong.profile.v1.RecordResult;
import health.lifelong.profile.v1.RecordService;
import health.lifelong.profile.v1.StreamChangesRequest;
import health.lifelong.profile.v1.StreamChangesResponse;
import health.lifelong.profile.v1.StreamGenomeRequest;
import health.lifelong.profile.v1.StreamGenomeResponse;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The record over gRPC. */
@GrpcService
@Authenticated
public class RecordGrpcService implements RecordService {
  private static final int MOST_ENTRIES = 500;
  private static final int MOST_OBSERVATIONS = 40_000;

  private final ProfileConfig config;
  private final Callers callers;
  private final RecordWriter writer;
  private final RecordReader reader;
  private final GenomeReader genomes;
  private final ChangeFeed feed;

  RecordGrpcService(
      ProfileConfig config,
      Callers callers,
      RecordWriter writer,
      RecordReader reader,
      GenomeReader genomes,
      ChangeFeed feed) {
    this.config = config;
    this.callers = callers;
    this.writer = writer;
    this.reader = reader;
    this.genomes = genomes;
    this.feed = feed;
  }

  // Reading and hashing tens of thousands of values takes milliseconds: on a worker, not on the
  // event loop.
  @Override
  @Blocking
  public Uni<BatchWriteRecordsResponse> batchWriteRecords(BatchWriteRecordsRequest request) {
    Caller caller = callers.require(Role.SERVICE);
    if (!config.recordWriters().contains(caller.subject())) {
      throw new LifelongException(
          ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT, "this job does not write records");
    }
    checkSize(request);
    List<Delivered> batch = new ArrayList<>(request.getEntriesCount());
    for (RecordEntry entry : request.getEntriesList()) {
      batch.add(EntryReader.read(entry, batch.size()));
    }
    return writer.write(caller, batch).map(RecordGrpcService::results);
  }

  private static void checkSize(BatchWriteRecordsRequest request) {
    long observations =
        request.getEntriesList().stream()
            .mapToLong(e -> e.getCheckup().getObservationsCount())
            .sum();
    if (request.getEntriesCount() > MOST_ENTRIES || observations > MOST_OBSERVATIONS) {
      throw new LifelongException(ErrorReason.ERROR_REASON_TOO_LARGE, "batch too large");
    }
  }

  private static BatchWriteRecordsResponse results(List<EntryResult> results) {
    BatchWriteRecordsResponse.Builder answer = BatchWriteRecordsResponse.newBuilder();
    results.forEach(result -> answer.addResults(result(result)));
    return answer.build();
  }

  private static RecordResult result(EntryResult result) {
    return RecordResult.newBuilder()
        .setPersonId(result.personId().toString())
        .setCreated(result.created())
        .setUnchanged(result.unchanged())
        .setSuperseded(result.superseded())
        .setWithdrawn(result.withdrawn())
        .setStale(result.stale())
        .addAllTargetsUnknown(result.targetsUnknown())
        .setRevision(result.revision())
        .setPersonCreated(result.personCreated())
        .setRedelivered(result.redelivered())
        .build();
  }

  @Override
  public Uni<GetRecordResponse> getRecord(GetRecordRequest request) {
    Caller caller = callers.current();
    Set<Category> categories =
        request.getCategoriesList().stream().map(Requests::category).collect(Collectors.toSet());
    Question question =
        Question.look(
            caller,
            Requests.person(request.getPersonId()),
            Requests.purpose(request.getPurpose()),
            categories,
            request.getKnownRevision());
    return reader.read(question).map(RecordAnswer::of);
  }

  @Override
  public Uni<ExportRecordResponse> exportRecord(ExportRecordRequest request) {
    Caller caller = callers.require(Role.PERSON);
    return reader
        .read(Question.export(caller, Requests.person(request.getPersonId())))
        .map(shown -> ExportRecordResponse.newBuilder().setRecord(RecordAnswer.of(shown)).build());
  }

  @Override
  public Multi<StreamGenomeResponse> streamGenome(StreamGenomeRequest request) {
    Caller caller = callers.current();
    return genomes
        .open(
            caller,
            Requests.person(request.getPersonId()),
            Requests.purpose(request.getPurpose()),
            request.getGenomeId())
        .toMulti()
        .flatMap(RecordGrpcService::blocks)
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private static Multi<StreamGenomeResponse> blocks(GenomeReader.Opened opened) {
    AtomicInteger sequence = new AtomicInteger();
    return opened
        .blocks()
        .map(placed -> StreamGenomeResponse.newBuilder().setBlock(block(placed.block())))
        .map(answer -> answer.setSequence(sequence.getAndIncrement()))
        .map(
            answer ->
                answer.getSequence() == 0
                    ? answer.setGenome(RecordAnswer.head(opened.genome().genome()))
                    : answer)
        .map(StreamGenomeResponse.Builder::build);
  }

  private static health.lifelong.profile.v1.GenomeBlock block(GenomeBlock block) {
    return health.lifelong.profile.v1.GenomeBlock.newBuilder()
        .setChromosome(block.chromosome())
        .setFirstPosition(block.firstPosition())
        .setLastPosition(block.lastPosition())
        .setCalls(block.calls())
        .setPacked(ByteString.copyFrom(block.packed()))
        .setChecksum((int) block.checksum())
        .build();
  }

  @Override
  public Multi<StreamChangesResponse> streamChanges(StreamChangesRequest request) {
    callers.require(Role.SERVICE);
    long after = request.getAfterSequence();
    if (after < 0) {
      throw Requests.invalid("after_sequence");
    }
    Multi<Change> changes = request.getFollow() ? feed.follow(after) : feed.present(after);
    return changes.map(RecordGrpcService::change).onFailure().transform(StoreFailures::translate);
  }

  private static StreamChangesResponse change(Change change) {
    return StreamChangesResponse.newBuilder()
        .setSequence(change.sequence())
        .setPersonId(change.personId().toString())
        .setRevision(change.revision())
        .setKind(change.kind().word())
        .setRecordedTime(RecordAnswer.timestamp(change.recordedAt()))
        .build();
  }
}
