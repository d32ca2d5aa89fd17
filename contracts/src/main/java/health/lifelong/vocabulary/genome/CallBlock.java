package health.lifelong.vocabulary.genome;

import java.util.List;

/**
 * A block of calls as it is sent and stored.
 *
 * @param first position of the first call
 * @param last the last position any call of the block covers
 * @param calls how many calls, at most {@link PackedCalls#MAX_CALLS}
 * @param packed the form of {@link PackedCalls}; not copied, not to be changed
 * @param checksum CRC-32C of {@code packed}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by checksum where it matters, never by equals
public record CallBlock(
    String chromosome, int first, int last, int calls, byte[] packed, int checksum) {

  /** Packs calls of one chromosome, sorted by position. */
  public static CallBlock of(List<Call> calls) {
    byte[] packed = PackedCalls.pack(calls);
    int last = 0;
    for (Call call : calls) {
      last = Math.max(last, call.end());
    }
    return new CallBlock(
        calls.getFirst().chromosome(),
        calls.getFirst().position(),
        last,
        calls.size(),
        packed,
        PackedCalls.checksum(packed));
  }

  /**
   * The calls again.
   *
   * @throws IllegalArgumentException where the checksum or the bytes are wrong
   */
  public List<Call> unpack() {
    if (PackedCalls.checksum(packed) != checksum) {
      throw new IllegalArgumentException("the block's checksum is wrong");
    }
    List<Call> unpacked = PackedCalls.unpack(chromosome, packed);
    if (unpacked.size() != calls) {
      throw new IllegalArgumentException("the block holds another number of calls than it says");
    }
    return unpacked;
  }
}
