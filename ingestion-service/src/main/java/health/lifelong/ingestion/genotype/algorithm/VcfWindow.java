package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallState;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds back the records that a later one could still repeat, so that a variant written twice is
 * found wherever the second spelling begins, and a contradiction reaches the first one before it
 * leaves.
 */
final class VcfWindow {
  private static final int MAX_HELD_CALLS = 100_000;

  private final CallSink sink;
  private final Deque<Held> held = new ArrayDeque<>();
  private final Map<String, Place> places = new HashMap<>();
  private String chromosome = "";

  VcfWindow(CallSink sink) {
    this.sink = sink;
  }

  private record Held(long line, int last, Call[] calls, List<VcfVariant> variants) {}

  private record Place(Held held, int allele) {}

  /** An earlier line that says the same variant. */
  record Repeated(long line, boolean contradicted) {}

  /** Moves on to a place: what lies wholly before it leaves. */
  void moveTo(String nextChromosome, int position) throws IOException {
    if (!nextChromosome.equals(chromosome)) {
      finish();
      chromosome = nextChromosome;
    }
    while (!held.isEmpty()
        && (held.getFirst().last() < position
            || (long) held.size() * held.getFirst().calls().length > MAX_HELD_CALLS)) {
      release(held.removeFirst());
    }
  }

  /** Takes a record's calls unless an earlier record has one of its variants; then says which. */
  @Nullable Repeated add(long line, int last, Call[] calls, List<VcfVariant> variants) {
    Held earlier = null;
    boolean contradicted = false;
    for (VcfVariant variant : variants) {
      Place place = places.get(variant.key());
      if (place != null) {
        earlier = earlier == null ? place.held() : earlier;
        contradicted |= contradict(place, calls, variant.allele());
      }
    }
    if (earlier != null) {
      return new Repeated(earlier.line(), contradicted);
    }
    Held record = new Held(line, last, calls, variants);
    held.addLast(record);
    for (VcfVariant variant : variants) {
      places.putIfAbsent(variant.key(), new Place(record, variant.allele()));
    }
    return null;
  }

  private static boolean contradict(Place place, Call[] calls, int allele) {
    boolean found = false;
    Call[] earlier = place.held().calls();
    for (int i = 0; i < calls.length; i++) {
      boolean comparable =
          earlier[i].state() == CallState.CALLED && calls[i].state() == CallState.CALLED;
      if (comparable && copies(earlier[i], place.allele()) != copies(calls[i], allele)) {
        earlier[i] = inState(earlier[i], CallState.CONFLICT);
        found = true;
      } else {
        found |= earlier[i].state() == CallState.CONFLICT;
      }
    }
    return found;
  }

  private static int copies(Call call, int allele) {
    return (call.first() == allele ? 1 : 0) + (call.second() == allele ? 1 : 0);
  }

  private static Call inState(Call call, CallState state) {
    return new Call(
        call.chromosome(),
        call.position(),
        call.end(),
        call.rsid(),
        call.alleles(),
        call.refKnown(),
        call.first(),
        call.second(),
        call.phased(),
        call.phaseSet(),
        state);
  }

  /** Lets everything go. */
  void finish() throws IOException {
    for (Held record : new ArrayList<>(held)) {
      release(record);
    }
    held.clear();
  }

  private void release(Held record) throws IOException {
    for (VcfVariant variant : record.variants()) {
      Place place = places.get(variant.key());
      if (place != null && place.held().line() == record.line()) {
        places.remove(variant.key());
      }
    }
    for (int i = 0; i < record.calls().length; i++) {
      sink.accept(i, record.calls()[i]);
    }
  }
}
