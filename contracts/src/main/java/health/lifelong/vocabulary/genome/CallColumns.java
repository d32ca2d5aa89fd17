package health.lifelong.vocabulary.genome;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one chromosome, a column a field; ends and phase sets only where some call has one
 * of its own.
 */
final class CallColumns {
  private final String chromosome;
  private final List<CallShape> shapes;
  private int size;
  private int named;
  private boolean sorted = true;
  private int[] positions = new int[64];
  private int[] shape = new int[64];
  private int[] rsid = new int[64];
  private int @Nullable [] ends;
  private long @Nullable [] phaseSets;

  /** Starts, and the greatest end so far, of the blocks that prove reference; built when sealed. */
  private int[] blockStarts = new int[0];

  private int[] blockEnds = new int[0];

  CallColumns(String chromosome, List<CallShape> shapes) {
    this.chromosome = chromosome;
    this.shapes = shapes;
  }

  void add(Call call, int shapeNumber) {
    if (size == positions.length) {
      resize(size * 2);
    }
    sorted &= size == 0 || positions[size - 1] <= call.position();
    positions[size] = call.position();
    shape[size] = shapeNumber;
    rsid[size] = (int) RsId.number(call.rsid());
    named += rsid[size] == 0 ? 0 : 1;
    if (call.end() != shapes.get(shapeNumber).plainEnd(call.position())) {
      ends = ends == null ? new int[positions.length] : ends;
      ends[size] = call.end() + 1;
    }
    Integer phaseSet = call.phaseSet();
    if (phaseSet != null) {
      phaseSets = phaseSets == null ? new long[positions.length] : phaseSets;
      phaseSets[size] = 1L << 32 | phaseSet & 0xFFFF_FFFFL;
    }
    size++;
  }

  private void resize(int capacity) {
    positions = Arrays.copyOf(positions, capacity);
    shape = Arrays.copyOf(shape, capacity);
    rsid = Arrays.copyOf(rsid, capacity);
    ends = ends == null ? null : Arrays.copyOf(ends, capacity);
    phaseSets = phaseSets == null ? null : Arrays.copyOf(phaseSets, capacity);
  }

  /** Sorts, trims and indexes; nothing is added afterwards. */
  CallColumns sealed() {
    resize(size);
    if (!sorted) {
      sort();
    }
    int blocks = 0;
    int[] starts = new int[size];
    int[] reach = new int[size];
    for (int i = 0; i < size; i++) {
      if (shapes.get(shape[i]).state() == CallState.REF_BLOCK) {
        starts[blocks] = positions[i];
        reach[blocks] = Math.max(end(i), blocks == 0 ? 0 : reach[blocks - 1]);
        blocks++;
      }
    }
    blockStarts = Arrays.copyOf(starts, blocks);
    blockEnds = Arrays.copyOf(reach, blocks);
    return this;
  }

  private void sort() {
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = (long) positions[i] << 32 | i;
    }
    Arrays.sort(keys);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = (int) keys[i];
    }
    positions = moved(positions, order);
    shape = moved(shape, order);
    rsid = moved(rsid, order);
    ends = ends == null ? null : moved(ends, order);
    long[] sets = phaseSets;
    if (sets != null) {
      phaseSets = Arrays.stream(order).mapToLong(i -> sets[i]).toArray();
    }
  }

  private static int[] moved(int[] column, int[] order) {
    return Arrays.stream(order).map(i -> column[i]).toArray();
  }

  int size() {
    return size;
  }

  int named() {
    return named;
  }

  int position(int index) {
    return positions[index];
  }

  /** Writes (rsID, base + index) pairs from {@code at} on; gives the place after the last. */
  int rsids(long[] pairs, int at, int base) {
    int next = at;
    for (int i = 0; i < size; i++) {
      if (rsid[i] != 0) {
        pairs[next++] = (long) rsid[i] << 32 | base + i;
      }
    }
    return next;
  }

  /** Index of the first call at or after a position. */
  int firstAt(int position) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (positions[middle] < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  boolean covers(int position) {
    int at = Arrays.binarySearch(blockStarts, position);
    // equal starts: any hit covers its own start
    int before = at < 0 ? -at - 2 : at;
    return before >= 0 && blockEnds[before] >= position;
  }

  private int end(int index) {
    return ends != null && ends[index] != 0
        ? ends[index] - 1
        : shapes.get(shape[index]).plainEnd(positions[index]);
  }

  Call call(int index) {
    long set = phaseSets == null ? 0 : phaseSets[index];
    return shapes
        .get(shape[index])
        .at(
            chromosome,
            positions[index],
            end(index),
            RsId.text(rsid[index] & 0xFFFF_FFFFL),
            set == 0 ? null : Integer.valueOf((int) set));
  }

  Stream<Call> calls() {
    return IntStream.range(0, size).mapToObj(this::call);
  }
}
