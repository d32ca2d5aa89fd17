package health.lifelong.ingestion.submission.app;

import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.ingestion.submission.domain.Understood;
import java.util.List;

/** Writes understood pieces to the record, a batch at a time, all or none. */
public interface RecordWriter {

  /**
   * Writes a batch; the answer has one element a piece, in order. A repeat after a lost answer has
   * the same answer and no further effect.
   *
   * @throws health.lifelong.platform.LifelongException with the catalogue's reason
   */
  List<Written> write(List<Piece> batch);

  /**
   * One piece on its way.
   *
   * @param part number of the piece within its record: a genome or a phone export travels in
   *     several
   */
  record Piece(ReceiptId receipt, String centre, int index, int part, Understood content) {}

  /**
   * What a piece changed.
   *
   * @param redelivered true where this piece was written before and its answer was lost: what is
   *     unchanged now was new then
   */
  record Written(
      String personId,
      int created,
      int unchanged,
      int superseded,
      int withdrawn,
      int stale,
      List<String> targetsUnknown,
      boolean redelivered) {
    public Written {
      targetsUnknown = List.copyOf(targetsUnknown);
    }

    /** True where everything was in the record already. */
    public boolean nothingNew() {
      return !redelivered && created + superseded + withdrawn + stale == 0 && unchanged > 0;
    }
  }
}
