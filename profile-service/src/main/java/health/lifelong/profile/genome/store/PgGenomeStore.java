package health.lifelong.profile.genome.store;

import static health.lifelong.profile.change.store.UnnestInsert.Type.BIGINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.BYTEA;
import static health.lifelong.profile.change.store.UnnestInsert.Type.INT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.SMALLINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.TEXT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.UUID;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.change.domain.PersonKey;
import health.lifelong.profile.change.store.PersonKeys;
import health.lifelong.profile.change.store.UnnestInsert;
import health.lifelong.profile.genome.algorithm.Blocks;
import health.lifelong.profile.genome.app.GenomeStore;
import health.lifelong.profile.genome.domain.Genome;
import health.lifelong.profile.genome.domain.GenomeBlock;
import health.lifelong.profile.genome.domain.StoredGenome;
import health.lifelong.profile.keys.app.DataKeys;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.keys.domain.Place;
import health.lifelong.profile.keys.domain.SealedColumn;
import health.lifelong.profile.scope.app.ScopedTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
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
  private static final int WORDS = 6;
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
      SELECT genome_no, genome_id, natural_key, centre, build, variants, no_calls, words_cipher, received_at, EXISTS (
        SELECT FROM genome_duplicate d WHERE d.person_id = g.person_id AND d.genome_no = g.genome_no
          AND d.other_person_id <> ALL(person_members($1))) AS duplicate
      FROM genome g WHERE person_id = $1 ORDER BY genome_no DESC
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
          .column("build", TEXT)
          .column("words_cipher", BYTEA)
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

  private final ScopedTransactions transactions;
  private final DataKeys keys;

  PgGenomeStore(ScopedTransactions transactions, DataKeys keys) {
    this.transactions = transactions;
    this.keys = keys;
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
  public Uni<Void> write(
      SqlConnection transaction, List<NewGenome> heads, List<NewBlock> blocks, KeyRing ring) {
    Uni<Integer> headRows =
        INSERT_HEAD.execute(transaction, heads.stream().map(head -> cells(head, ring)).toList());
    Uni<Integer> blockRows =
        INSERT_BLOCK.execute(
            transaction, blocks.stream().map(block -> cells(block, ring)).toList());
    return Uni.join().all(headRows, blockRows).andFailFast().replaceWithVoid();
  }

  private static @Nullable Object[] cells(NewGenome head, KeyRing ring) {
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
      genome.build(),
      sealed(
          ring,
          place(head.key()),
          genome.sourceKey(),
          genome.buildEvidence(),
          genome.vendor(),
          genome.technology(),
          genome.sample(),
          String.join(SEPARATOR, genome.warnings()))
    };
  }

  private static @Nullable Buffer sealed(KeyRing ring, Place place, String... words) {
    byte[] sealed = ring.sealWords(place, Category.GENETIC_REPORT, List.of(words));
    return sealed == null ? null : Buffer.buffer(sealed);
  }

  private static Place place(GenomeKey genome) {
    return Place.of(SealedColumn.GENOME_WORDS, genome.personId(), genome.genomeNo());
  }

  private static @Nullable Object[] cells(NewBlock placed, KeyRing ring) {
    GenomeBlock block = placed.block();
    GenomeKey genome = placed.genome();
    byte[] sealed = ring.seal(place(genome, block), Category.GENETIC_RAW, block.packed());
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

  private static Place place(GenomeKey genome, GenomeBlock block) {
    return place(
        genome, block.chromosome(), block.firstPosition(), block.lastPosition(), block.checksum());
  }

  private static Place place(
      GenomeKey genome, String chromosome, int first, int last, long checksum) {
    return Place.of(
        SealedColumn.GENOME_BLOCK,
        genome.personId(),
        genome.genomeNo(),
        chromosome,
        first,
        last,
        checksum);
  }

  @Override
  public Uni<List<StoredGenome>> heads(SqlClient client, UUID personId, KeyRing ring) {
    return client
        .preparedQuery(HEADS)
        .execute(Tuple.of(personId))
        .map(rows -> rows.stream().map(row -> head(personId, row, ring)).toList());
  }

  private static StoredGenome head(UUID personId, Row row, KeyRing ring) {
    GenomeKey key = new GenomeKey(personId, row.getInteger("genome_no"));
    List<String> words =
        ring.openWords(place(key), row.getBuffer("words_cipher").getBytes(), WORDS).stream()
            .map(word -> word == null ? "" : word)
            .toList();
    String warnings = words.get(5);
    Genome genome =
        new Genome(
            row.getUUID("natural_key"),
            words.get(0),
            row.getString("build"),
            words.get(1),
            words.get(2),
            words.get(3),
            words.get(4),
            row.getLong("variants"),
            row.getLong("no_calls"),
            warnings.isEmpty() ? List.of() : List.of(warnings.split(SEPARATOR, -1)));
    return new StoredGenome(
        key.genomeNo(),
        row.getUUID("genome_id"),
        row.getString("centre"),
        genome,
        row.getOffsetDateTime("received_at").toInstant(),
        row.getBoolean("duplicate"));
  }

  @Override
  public Uni<List<PlacedBlock>> blocks(UUID personId, int genomeNo, BlockPlace after, int limit) {
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
    return Uni.combine()
        .all()
        .unis(
            keys.of(List.of(personId)),
            transactions.about(personId, about -> about.preparedQuery(BLOCKS).execute(bounds)))
        .with((ring, rows) -> rows.stream().map(row -> block(genome, row, ring)).toList());
  }

  private static PlacedBlock block(GenomeKey genome, Row row, KeyRing ring) {
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
            ring.open(place(genome, chromosome, first, last, checksum), sealed),
            checksum);
    BlockPlace place =
        new BlockPlace(row.getShort("chromosome_order"), chromosome, first, last, checksum);
    return new PlacedBlock(place, block);
  }
}
