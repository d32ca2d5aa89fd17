package health.lifelong.profile.genome.store;

import static health.lifelong.profile.change.store.UnnestInsert.Type.BIGINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.BYTEA;
import static health.lifelong.profile.change.store.UnnestInsert.Type.INT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.SMALLINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.TEXT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.UUID;

import health.lifelong.profile.change.domain.PersonKey;
import health.lifelong.profile.change.store.PersonKeys;
import health.lifelong.profile.change.store.UnnestInsert;
import health.lifelong.profile.genome.algorithm.Blocks;
import health.lifelong.profile.genome.app.GenomeStore;
import health.lifelong.profile.genome.domain.Genome;
import health.lifelong.profile.genome.domain.GenomeBlock;
import health.lifelong.profile.genome.domain.StoredGenome;
import health.lifelong.profile.person.app.FieldEncryption;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Genomes in PostgreSQL: a row a block of up to 4,096 calls, sealed. */
@ApplicationScoped
public class PgGenomeStore implements GenomeStore {
  private static final String SEPARATOR = "\u001F";
  private static final String KNOWN =
      """
      SELECT g.person_id, g.natural_key, g.genome_no
      FROM unnest($1::uuid[], $2::uuid[]) k(person_id, natural_key) JOIN genome g USING (person_id, natural_key)
      """;
  private static final String STORED_BLOCKS =
      """
      SELECT b.person_id, b.genome_no, b.chromosome, b.first_position, b.last_position, b.checksum
      FROM unnest($1::uuid[], $2::int[]) k(person_id, genome_no) JOIN genome_block b USING (person_id, genome_no)
      """;
  private static final String HEADS =
      """
      SELECT genome_no, genome_id, natural_key, centre, source_key, build, build_evidence, vendor, technology, sample,
             variants, no_calls, warnings, received_at
      FROM genome WHERE person_id = $1 ORDER BY genome_no DESC
      """;
  private static final String BLOCKS =
      """
      SELECT chromosome_order, chromosome, first_position, last_position, calls, checksum, packed_cipher
      FROM genome_block
      WHERE person_id = $1 AND genome_no = $2
        AND (chromosome_order, chromosome, first_position, last_position, checksum) > ($3, $4, $5, $6, $7)
      ORDER BY chromosome_order, chromosome, first_position, last_position, checksum LIMIT $8
      """;
  private static final UnnestInsert INSERT_HEAD =
      UnnestInsert.into("genome")
          .column("person_id", UUID)
          .column("genome_no", INT)
          .column("delivery_no", INT)
          .column("genome_id", UUID)
          .column("natural_key", UUID)
          .column("variants", BIGINT)
          .column("no_calls", BIGINT)
          .column("centre", TEXT)
          .column("source_key", TEXT)
          .column("build", TEXT)
          .column("build_evidence", TEXT)
          .column("vendor", TEXT)
          .column("technology", TEXT)
          .column("sample", TEXT)
          .column("warnings", TEXT)
          .build();
  private static final UnnestInsert INSERT_BLOCK =
      UnnestInsert.into("genome_block")
          .column("person_id", UUID)
          .column("genome_no", INT)
          .column("chromosome_order", SMALLINT)
          .column("chromosome", TEXT)
          .column("first_position", INT)
          .column("last_position", INT)
          .column("calls", INT)
          .column("checksum", BIGINT)
          .column("packed_cipher", BYTEA)
          .build();

  private final Pool pool;
  private final FieldEncryption encryption;

  PgGenomeStore(Pool pool, FieldEncryption encryption) {
    this.pool = pool;
    this.encryption = encryption;
  }

  @Override
  public Uni<Map<PersonKey, Integer>> known(SqlConnection transaction, Collection<PersonKey> keys) {
    if (keys.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return transaction
        .preparedQuery(KNOWN)
        .execute(PersonKeys.arrays(keys))
        .map(
            rows -> {
              Map<PersonKey, Integer> known = new HashMap<>();
              rows.forEach(row -> known.put(PersonKeys.of(row), row.getInteger(2)));
              return known;
            });
  }

  @Override
  public Uni<List<BlockKey>> storedBlocks(
      SqlConnection transaction, Collection<GenomeKey> genomes) {
    if (genomes.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Tuple keys =
        Tuple.tuple()
            .addValue(genomes.stream().map(GenomeKey::personId).toArray(UUID[]::new))
            .addValue(genomes.stream().map(GenomeKey::genomeNo).toArray(Integer[]::new));
    return transaction
        .preparedQuery(STORED_BLOCKS)
        .execute(keys)
        .map(rows -> rows.stream().map(PgGenomeStore::blockKey).toList());
  }

  private static BlockKey blockKey(Row row) {
    return new BlockKey(
        new GenomeKey(row.getUUID(0), row.getInteger(1)),
        row.getString(2),
        row.getInteger(3),
        row.getInteger(4),
        row.getLong(5));
  }

  @Override
  public Uni<Void> write(SqlConnection transaction, List<NewGenome> heads, List<NewBlock> blocks) {
    Uni<Integer> headRows =
        INSERT_HEAD.execute(transaction, heads.stream().map(PgGenomeStore::cells).toList());
    Uni<Integer> blockRows =
        INSERT_BLOCK.execute(transaction, blocks.stream().map(this::cells).toList());
    return Uni.join().all(headRows, blockRows).andFailFast().replaceWithVoid();
  }

  private static @Nullable Object[] cells(NewGenome head) {
    Genome genome = head.genome();
    return new @Nullable Object[] {
      head.key().personId(),
      head.key().genomeNo(),
      head.deliveryNo(),
      head.genomeId(),
      genome.key(),
      genome.variants(),
      genome.noCalls(),
      head.centre(),
      genome.sourceKey(),
      genome.build(),
      genome.buildEvidence(),
      genome.vendor(),
      genome.technology(),
      genome.sample(),
      String.join(SEPARATOR, genome.warnings())
    };
  }

  private @Nullable Object[] cells(NewBlock placed) {
    GenomeBlock block = placed.block();
    GenomeKey genome = placed.genome();
    byte[] sealed = encryption.seal(block.packed(), place(genome, block));
    return new @Nullable Object[] {
      genome.personId(),
      genome.genomeNo(),
      (short) Blocks.order(block.chromosome()),
      block.chromosome(),
      block.firstPosition(),
      block.lastPosition(),
      block.calls(),
      block.checksum(),
      Buffer.buffer(sealed)
    };
  }

  private static FieldEncryption.Place place(GenomeKey genome, GenomeBlock block) {
    return place(genome, block.chromosome(), block.firstPosition(), block.checksum());
  }

  private static FieldEncryption.Place place(
      GenomeKey genome, String chromosome, int first, long checksum) {
    String row = genome.genomeNo() + "/" + chromosome + "/" + first + "/" + checksum;
    return new FieldEncryption.Place("genome_block", "packed_cipher", row, genome.personId());
  }

  @Override
  public Uni<List<StoredGenome>> heads(SqlClient client, UUID personId) {
    return client
        .preparedQuery(HEADS)
        .execute(Tuple.of(personId))
        .map(rows -> rows.stream().map(PgGenomeStore::head).toList());
  }

  private static StoredGenome head(Row row) {
    String warnings = row.getString("warnings");
    Genome genome =
        new Genome(
            row.getUUID("natural_key"),
            row.getString("source_key"),
            row.getString("build"),
            row.getString("build_evidence"),
            row.getString("vendor"),
            row.getString("technology"),
            row.getString("sample"),
            row.getLong("variants"),
            row.getLong("no_calls"),
            warnings.isEmpty() ? List.of() : List.of(warnings.split(SEPARATOR, -1)));
    return new StoredGenome(
        row.getInteger("genome_no"),
        row.getUUID("genome_id"),
        row.getString("centre"),
        genome,
        row.getOffsetDateTime("received_at").toInstant());
  }

  @Override
  public Uni<List<PlacedBlock>> blocks(UUID personId, int genomeNo, Place after, int limit) {
    Tuple bounds =
        Tuple.tuple()
            .addValue(personId)
            .addValue(genomeNo)
            .addValue((short) after.chromosomeOrder())
            .addValue(after.chromosome())
            .addValue(after.firstPosition())
            .addValue(after.lastPosition())
            .addValue(after.checksum())
            .addValue(limit);
    GenomeKey genome = new GenomeKey(personId, genomeNo);
    return pool.preparedQuery(BLOCKS)
        .execute(bounds)
        .map(rows -> rows.stream().map(row -> block(genome, row)).toList());
  }

  private PlacedBlock block(GenomeKey genome, Row row) {
    String chromosome = row.getString("chromosome");
    int first = row.getInteger("first_position");
    int last = row.getInteger("last_position");
    long checksum = row.getLong("checksum");
    byte[] sealed = row.getBuffer("packed_cipher").getBytes();
    GenomeBlock block =
        new GenomeBlock(
            chromosome,
            first,
            last,
            row.getInteger("calls"),
            encryption.open(sealed, place(genome, chromosome, first, checksum)),
            checksum);
    Place place = new Place(row.getShort("chromosome_order"), chromosome, first, last, checksum);
    return new PlacedBlock(place, block);
  }
}
