package health.lifelong.vocabulary.genome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The packed form of the calls of one stretch of one chromosome.
 *
 * <p>Column by column: a dictionary of the distinct shapes (alleles, allele indices, phase flag,
 * state), one dictionary index a call, position deltas, rsID numbers, explicit ends and phase sets;
 * integers as base-128 varints, the whole deflated where that is shorter. The first byte names the
 * form, so that an old block stays readable.
 */
public final class PackedCalls {
  /** The most calls of one block. */
  public static final int MAX_CALLS = 4_096;

  private static final int PLAIN = 1;
  private static final int DEFLATED = 2;
  private static final int MAX_BODY = 64 << 20;

  private static final int REF_KNOWN = 1;
  private static final int PHASED = 2;
  private static final int HAS_RSID = 4;
  private static final int HAS_END = 8;
  private static final int HAS_PHASE_SET = 16;
  private static final int STATE_SHIFT = 5;

  private PackedCalls() {}

  private record Entry(CallShape shape, boolean rsid, boolean end, boolean phaseSet) {
    static Entry of(Call call) {
      CallShape shape = CallShape.of(call);
      return new Entry(
          shape,
          call.rsid() != null,
          call.end() != shape.plainEnd(call.position()),
          call.phaseSet() != null);
    }

    int flags() {
      return (shape.refKnown() ? REF_KNOWN : 0)
          | (shape.phased() ? PHASED : 0)
          | (rsid ? HAS_RSID : 0)
          | (end ? HAS_END : 0)
          | (phaseSet ? HAS_PHASE_SET : 0)
          | shape.state().ordinal() << STATE_SHIFT;
    }
  }

  /**
   * Packs calls of one chromosome, sorted by position.
   *
   * @throws IllegalArgumentException where there are none or more than {@link #MAX_CALLS}, where
   *     they are not of one chromosome or not sorted, or where an rsID is not "rs" and a number
   */
  public static byte[] pack(List<Call> calls) {
    check(calls);
    Map<Entry, Integer> dictionary = new LinkedHashMap<>();
    int[] shapes = new int[calls.size()];
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] = dictionary.computeIfAbsent(Entry.of(calls.get(i)), e -> dictionary.size());
    }
    VarintWriter out = new VarintWriter(calls.size() * 8);
    out.number(calls.size());
    out.number(dictionary.size());
    dictionary.keySet().forEach(entry -> write(out, entry));
    for (int shape : shapes) {
      out.number(shape);
    }
    int last = 0;
    for (Call call : calls) {
      out.number(call.position() - last);
      last = call.position();
    }
    for (Call call : calls) {
      if (call.rsid() != null) {
        out.number(RsId.number(call.rsid()));
      }
    }
    for (Call call : calls) {
      if (call.end() != CallShape.of(call).plainEnd(call.position())) {
        out.signed((long) call.end() - call.position());
      }
    }
    long set = 0;
    for (Call call : calls) {
      Integer phaseSet = call.phaseSet();
      if (phaseSet != null) {
        out.signed(phaseSet - set);
        set = phaseSet;
      }
    }
    return seal(out.bytes());
  }

  private static void check(List<Call> calls) {
    if (calls.isEmpty() || calls.size() > MAX_CALLS) {
      throw new IllegalArgumentException("a block holds 1 to " + MAX_CALLS + " calls");
    }
    String chromosome = calls.getFirst().chromosome();
    int last = 0;
    for (Call call : calls) {
      if (!call.chromosome().equals(chromosome) || call.position() < last) {
        throw new IllegalArgumentException(
            "calls are of one chromosome, sorted by position from 0");
      }
      String rsid = call.rsid();
      if (rsid != null && !rsid.equals(RsId.text(RsId.number(rsid)))) {
        throw new IllegalArgumentException("an rsID is \"rs\" and a number");
      }
      last = call.position();
    }
  }

  private static void write(VarintWriter out, Entry entry) {
    CallShape shape = entry.shape();
    out.number(entry.flags());
    out.number(shape.first() - Call.HAPLOID);
    out.number(shape.second() - Call.HAPLOID);
    out.number(shape.alleles().size());
    shape.alleles().forEach(out::text);
  }

  private static byte[] seal(byte[] body) {
    byte[] deflated = new byte[body.length];
    int length;
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(body);
      deflater.finish();
      length = deflater.deflate(deflated);
      if (!deflater.finished()) {
        length = body.length;
      }
    }
    VarintWriter out = new VarintWriter(Math.min(length, body.length) + 6);
    if (length < body.length) {
      out.number(DEFLATED);
      out.number(body.length);
      out.raw(deflated, length);
    } else {
      out.number(PLAIN);
      out.raw(body, body.length);
    }
    return out.bytes();
  }

  /**
   * Unpacks what {@link #pack} made.
   *
   * @throws IllegalArgumentException where the bytes are not a block
   */
  public static List<Call> unpack(String chromosome, byte[] packed) {
    try {
      return read(chromosome, open(packed));
    } catch (ArithmeticException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the block is damaged", e);
    }
  }

  private static List<Call> read(String chromosome, VarintReader in) {
    int count = in.count(MAX_CALLS);
    List<Entry> dictionary = new ArrayList<>();
    int entries = in.count(count);
    for (int i = 0; i < entries; i++) {
      dictionary.add(entry(in));
    }
    Entry[] shapes = new Entry[count];
    for (int i = 0; i < count; i++) {
      shapes[i] = dictionary.get(in.count(entries - 1));
    }
    int[] positions = new int[count];
    int last = 0;
    for (int i = 0; i < count; i++) {
      last = Math.addExact(last, in.count(Integer.MAX_VALUE));
      positions[i] = last;
    }
    long[] rsids = new long[count];
    for (int i = 0; i < count; i++) {
      rsids[i] = shapes[i].rsid() ? in.number() : 0;
    }
    int[] ends = new int[count];
    for (int i = 0; i < count; i++) {
      ends[i] =
          shapes[i].end()
              ? Math.toIntExact(positions[i] + in.signed())
              : shapes[i].shape().plainEnd(positions[i]);
    }
    List<Call> calls = new ArrayList<>(count);
    long set = 0;
    for (int i = 0; i < count; i++) {
      set = shapes[i].phaseSet() ? set + in.signed() : set;
      calls.add(
          shapes[i]
              .shape()
              .at(
                  chromosome,
                  positions[i],
                  ends[i],
                  RsId.text(rsids[i]),
                  shapes[i].phaseSet() ? Integer.valueOf((int) set) : null));
    }
    return calls;
  }

  private static VarintReader open(byte[] packed) {
    VarintReader in = new VarintReader(packed);
    int form = in.count(DEFLATED);
    if (form == PLAIN) {
      return in;
    }
    byte[] body = new byte[in.count(MAX_BODY)];
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(packed, in.at(), packed.length - in.at());
      if (form != DEFLATED || inflater.inflate(body) != body.length) {
        throw new IllegalArgumentException("the block is cut");
      }
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("the block is damaged", e);
    }
    return new VarintReader(body);
  }

  private static Entry entry(VarintReader in) {
    int flags = in.count(CallState.values().length << STATE_SHIFT);
    int first = in.count(Integer.MAX_VALUE) + Call.HAPLOID;
    int second = in.count(Integer.MAX_VALUE) + Call.HAPLOID;
    int count = in.count(MAX_BODY);
    List<String> alleles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      alleles.add(in.text());
    }
    int state = flags >> STATE_SHIFT;
    if (first >= count || second >= count || state >= CallState.values().length) {
      throw new IllegalArgumentException("the block is damaged");
    }
    CallShape shape =
        new CallShape(
            List.copyOf(alleles),
            (flags & REF_KNOWN) != 0,
            first,
            second,
            (flags & PHASED) != 0,
            CallState.values()[state]);
    return new Entry(
        shape, (flags & HAS_RSID) != 0, (flags & HAS_END) != 0, (flags & HAS_PHASE_SET) != 0);
  }

  /** CRC-32C of packed bytes. */
  public static int checksum(byte[] packed) {
    CRC32C crc = new CRC32C();
    crc.update(packed);
    return (int) crc.getValue();
  }
}
