package health.lifelong.profile.genome.app;

import health.lifelong.profile.change.domain.PersonKey;
import health.lifelong.profile.genome.domain.Genome;
import health.lifelong.profile.genome.domain.GenomeBlock;
import health.lifelong.profile.genome.domain.StoredGenome;
import health.lifelong.profile.keys.app.KeyRing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where genomes are kept. */
public interface GenomeStore {
  /** The numbers of those genomes that are known. */
  Uni<Map<PersonKey, Integer>> known(SqlConnection transaction, Collection<PersonKey> keys);

  /** Which of these blocks are stored already, among those of known genomes. */
  Uni<List<BlockKey>> storedBlocks(SqlConnection transaction, Collection<GenomeKey> genomes);

  /** Stores new heads and new blocks. */
  Uni<Void> write(
      SqlConnection transaction, List<NewGenome> heads, List<NewBlock> blocks, KeyRing keys);

  /** The person's genomes, newest first, without blocks. */
  Uni<List<StoredGenome>> heads(SqlClient client, UUID personId, KeyRing keys);

  /** Blocks of a genome in order of position, at most {@code limit} after a place. */
  Uni<List<PlacedBlock>> blocks(UUID personId, int genomeNo, BlockPlace after, int limit);

  /** A genome within a person. */
  record GenomeKey(UUID personId, int genomeNo) {}

  /** A block within a genome. */
  record BlockKey(
      GenomeKey genome, String chromosome, int firstPosition, int lastPosition, long checksum) {}

  /** A head to store. */
  record NewGenome(GenomeKey key, UUID genomeId, String centre, int deliveryNo, Genome genome) {}

  /** A block to store. */
  record NewBlock(GenomeKey genome, GenomeBlock block) {}

  /** Where a block stands in its genome. */
  record BlockPlace(
      int chromosomeOrder, String chromosome, int firstPosition, int lastPosition, long checksum) {
    /** Before every block. */
    public static final BlockPlace START = new BlockPlace(-1, "", 0, 0, 0);
  }

  /** A block and its place. */
  record PlacedBlock(BlockPlace place, GenomeBlock block) {}
}
