package health.lifelong.ingestion.genotype.algorithm;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the specification asks of one record, whatever its neighbours say. */
final class VcfRecordRules {
  private static final int MAX_FORMATS = 1_000;

  private final VcfHeader header;
  private final VcfInfoRules info;
  private final Consumer<String> tolerated;
  private final Map<String, VcfFormat> formats = new HashMap<>();

  /** {@code tolerated} is told of a breach that touches no genotype. */
  VcfRecordRules(VcfHeader header, Consumer<String> tolerated) {
    this.header = header;
    this.tolerated = tolerated;
    info = new VcfInfoRules(header, tolerated);
  }

  /** The record's FORMAT; FORMAT must not be empty. */
  VcfFormat format(VcfRecord record) {
    VcfFormat known = formats.get(record.format());
    if (known == null) {
      known = VcfFormat.of(record.format(), header.format(), header.minor());
      if (formats.size() < MAX_FORMATS) {
        formats.put(record.format(), known);
      }
    }
    return known;
  }

  /** The position, -1 where it is none. */
  static int position(String text) {
    if (text.isEmpty() || text.length() > 10) {
      return -1;
    }
    long position = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      position = position * 10 + digit;
    }
    return position < Integer.MAX_VALUE - VcfAlleles.MAX_LENGTH ? (int) position : -1;
  }

  /** What is wrong, or null. {@code genotypes} receives each sample's GT. */
  @Nullable String fault(VcfRecord record, VcfGenotype[] genotypes) {
    if (!contig(record.chrom())) {
      return "CHROM holds a character that is not allowed";
    }
    if (position(record.pos()) < 0) {
      return "POS is not a position";
    }
    if (record.id().isEmpty() || record.qual().isEmpty() || record.filter().isEmpty()) {
      tolerated.accept("a column is empty");
    }
    if (!record.id().isEmpty() && !list(record.id(), header.minor() >= 3)) {
      return "ID is malformed";
    }
    String alleles = VcfAlleles.fault(record.ref(), record.alts());
    if (alleles != null) {
      return alleles;
    }
    if (!quality(record.qual())) {
      return "QUAL is not a number from 0";
    }
    if (!filter(record.filter())) {
      return "FILTER is malformed";
    }
    String fault = info.fault(record.info(), record.alts().size());
    if (fault != null || !header.hasFormat()) {
      return fault;
    }
    VcfFormat format = format(record);
    String malformed = format.fault();
    if (malformed != null) {
      return malformed;
    }
    if (header.minor() <= 2 && !format.alphanumeric()) {
      tolerated.accept("FORMAT holds a key that is not alphanumeric");
    }
    String sample = samples(record, format, genotypes);
    return sample == null && header.minor() >= 4
        ? VcfStructuralRules.fault(record, format, genotypes.length)
        : sample;
  }

  private boolean contig(String name) {
    int from = 0;
    int to = name.length();
    if (name.startsWith("<") && name.endsWith(">")) {
      from++;
      to--;
    }
    for (int i = from; i < to; i++) {
      switch (name.charAt(i)) {
        case ':', ',', '<', '>' -> {
          return false;
        }
        case '*', '=', '[', ']' -> {
          if (header.minor() >= 3) {
            return false;
          }
        }
        default -> {
          if (name.charAt(i) <= ' ') {
            return false;
          }
        }
      }
    }
    return to > from;
  }

  /** A list joined by semicolons without blanks and empty parts. */
  private static boolean list(String text, boolean unique) {
    if (text.isEmpty()) {
      return false;
    }
    char last = ';';
    boolean several = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == ';' && last == ';') {
        return false;
      }
      several |= c == ';';
      last = c;
    }
    if (last == ';') {
      return false;
    }
    if (!several) {
      return true;
    }
    String[] parts = text.split(";");
    return !unique || new HashSet<>(Arrays.asList(parts)).size() == parts.length;
  }

  private boolean filter(String text) {
    if (text.isEmpty() || text.equals("PASS") || text.equals(".")) {
      return true;
    }
    if (!list(text, header.minor() >= 3)) {
      return false;
    }
    for (String part : text.split(";")) {
      if (part.equals("0") || part.equals(".")) {
        return false;
      }
    }
    return true;
  }

  private static boolean quality(String text) {
    return text.isEmpty()
        || text.equals(".")
        || !text.startsWith("-") && VcfValues.number(text, 0, text.length());
  }

  private @Nullable String samples(VcfRecord record, VcfFormat format, VcfGenotype[] genotypes) {
    String line = record.samples();
    int from = record.samplesFrom();
    for (int i = 0; i < genotypes.length; i++) {
      int tab = line.indexOf('\t', from);
      int end = tab < 0 ? line.length() : tab;
      String fault = sample(record, format, from, end, genotypes, i);
      if (fault != null) {
        return fault;
      }
      from = end + 1;
    }
    return null;
  }

  private @Nullable String sample(
      VcfRecord record, VcfFormat format, int from, int to, VcfGenotype[] genotypes, int index) {
    String line = record.samples();
    int alts = record.alts().size();
    genotypes[index] = VcfGenotype.NONE;
    SurplusValues surplus = new SurplusValues(alts);
    int key = 0;
    int start = from;
    while (start <= to) {
      int end = start;
      while (end < to && line.charAt(end) != ':') {
        end++;
      }
      if (key == format.keys().size()) {
        return "a sample has more values than FORMAT has keys";
      }
      VcfDefinition definition = format.definitions().get(key);
      if (key == 0 && format.hasGenotype()) {
        VcfGenotype genotype = VcfGenotype.of(line, start, end, header.minor());
        if (genotype == null) {
          return "a genotype is malformed";
        }
        // a record without ALT may still name its one unwritten alternative
        if (genotype.largest() > Math.max(alts, 1)) {
          return "a genotype names an allele that the record does not have";
        }
        genotypes[index] = genotype;
      } else if (definition != null) {
        int ploidy = genotypes[index].valuesPloidy();
        switch (VcfValues.check(definition, line, start, end, alts, ploidy, header.minor())) {
          case COUNT -> surplus.add(definition, line, start, end);
          case TYPE -> {
            return "FORMAT %s is not of the declared type".formatted(format.keys().get(key));
          }
          case NONE -> {}
        }
      }
      key++;
      start = end + 1;
    }
    String fault = surplus.fault();
    if (fault != null && surplus.ofDroppedAlleles()) {
      tolerated.accept(fault);
      return null;
    }
    return fault;
  }
}
