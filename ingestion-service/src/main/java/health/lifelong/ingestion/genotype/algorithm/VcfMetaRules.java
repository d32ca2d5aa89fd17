package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.ingestion.genotype.algorithm.VcfFinding.Weight;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** What the specification asks of the lines before the column header, by version. */
final class VcfMetaRules {
  private static final Set<String> SV_TYPES = Set.of("DEL", "INS", "DUP", "INV", "CNV");
  private static final Pattern URL =
      Pattern.compile(
          "[A-Za-z][A-Za-z0-9+.-]*://([^/@\\s]*@)?([A-Za-z][A-Za-z0-9.-]*|\\d+(\\.\\d+){3})(:\\d+)?(/\\S*)?");
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_.-]+");

  private final int minor;
  private final BiConsumer<String, Weight> found;
  private final Map<String, VcfDefinition> reservedInfo;
  private final Map<String, VcfDefinition> reservedFormat;

  VcfMetaRules(int minor, BiConsumer<String, Weight> found) {
    this.minor = minor;
    this.found = found;
    reservedInfo = VcfReserved.info(minor);
    reservedFormat = VcfReserved.format(minor);
  }

  /** Checks one line; gives the definition of an INFO or FORMAT line that can be used. */
  Optional<VcfDefinition> check(VcfMetaLine line) {
    switch (line.key()) {
      case "INFO" -> {
        return definition(line, false);
      }
      case "FORMAT" -> {
        return definition(line, true);
      }
      case "FILTER" -> identified(line, List.of("ID", "Description"));
      case "ALT" -> alt(line);
      case "contig" -> contig(line);
      case "SAMPLE" -> sample(line);
      case "PEDIGREE" -> pedigree(line);
      case "META" -> meta(line);
      case "assembly", "pedigreeDB" -> address(line);
      default -> {}
    }
    return Optional.empty();
  }

  /** The fields named must lead, in their order; text fields must be quoted. */
  private boolean identified(VcfMetaLine line, List<String> leading) {
    if (!line.structured() || line.fields().isEmpty()) {
      found.accept("##" + line.key() + ": not a list of pairs", Weight.FILE);
      return false;
    }
    boolean descriptionOptional = minor >= 4;
    int at = 0;
    for (String name : leading) {
      if (line.field(name) == null && name.equals("Description") && descriptionOptional) {
        continue;
      }
      if (at >= line.fields().size() || !line.fields().get(at).key().equals(name)) {
        found.accept(
            "##%s: %s is missing or not in its place".formatted(line.key(), name),
            line.field("ID") == null || !line.fields().getFirst().key().equals("ID")
                ? Weight.FILE
                : Weight.NOTE);
        return false;
      }
      at++;
    }
    VcfMetaLine.Field description = line.field("Description");
    if (description != null && description.mark() != '"') {
      found.accept("##%s: Description is not quoted".formatted(line.key()), Weight.FILE);
      return false;
    }
    return true;
  }

  private Optional<VcfDefinition> definition(VcfMetaLine line, boolean format) {
    boolean complete = identified(line, List.of("ID", "Number", "Type", "Description"));
    String id = line.text("ID");
    Optional<VcfDefinition> declared =
        VcfDefinition.of(id, line.text("Number"), line.text("Type"), minor);
    boolean misplaced =
        declared.isPresent()
            && (declared.get().per() == 'P' && !format
                || declared.get().type() == VcfDefinition.Type.FLAG && format);
    if (complete && (declared.isEmpty() || misplaced)) {
      found.accept(
          "##%s: Number or Type is no word of the specification".formatted(line.key()),
          Weight.NOTE);
      return Optional.of(new VcfDefinition(id, '.', 0, VcfDefinition.Type.STRING));
    }
    VcfDefinition reserved = (format ? reservedFormat : reservedInfo).get(id);
    if (declared.isEmpty() || reserved == null) {
      return declared;
    }
    if (!VcfReserved.typeFits(reserved, declared.get())) {
      found.accept(
          "##%s %s: Type is not the one the specification fixes".formatted(line.key(), id),
          grave(reserved, declared.get()) ? Weight.FILE : Weight.NOTE);
    } else if (!reserved.sameNumber(declared.get())) {
      found.accept(
          "##%s %s: Number is not the one the specification fixes".formatted(line.key(), id),
          id.equals("GT") ? Weight.FILE : Weight.NOTE);
    }
    return declared;
  }

  /**
   * A word where a number must stand, or the other way round, makes the header unreadable; one kind
   * of number for the other and the phase sets that several callers name by words do not.
   */
  private static boolean grave(VcfDefinition reserved, VcfDefinition declared) {
    boolean numbers = reserved.type().numeric() && declared.type().numeric();
    return !numbers && !reserved.id().equals("PS");
  }

  private void alt(VcfMetaLine line) {
    if (!identified(line, List.of("ID"))) {
      return;
    }
    VcfMetaLine.Field description = line.field("Description");
    VcfMetaLine.Field number = line.field("Number");
    VcfMetaLine.Field type = line.field("Type");
    if (description == null ? minor < 4 : description.mark() != '"') {
      found.accept("##ALT: Description is missing or not quoted", Weight.FILE);
    }
    if (number != null || type != null) {
      boolean ordered =
          line.fields().size() >= 3
              && line.fields().get(1).key().equals("Number")
              && line.fields().get(2).key().equals("Type");
      if (!ordered
          || VcfDefinition.of("", line.text("Number"), line.text("Type"), minor).isEmpty()) {
        found.accept("##ALT: Number and Type are out of order or unknown words", Weight.FILE);
      }
    }
    String id = line.text("ID");
    if (blank(id)) {
      found.accept("##ALT: ID holds a blank", Weight.FILE);
    }
    int colon = id.indexOf(':');
    String lead = colon < 0 ? id : id.substring(0, colon);
    boolean free = colon < 0 && (minor >= 3 || !looksLikeType(lead));
    if (!SV_TYPES.contains(lead) && !free) {
      found.accept("##ALT: the ID's first part is no structural type", Weight.NOTE);
    }
  }

  /**
   * A short word that only resembles a structural type ("DEL1") is an error where private names
   * were not foreseen.
   */
  private static boolean looksLikeType(String word) {
    return SV_TYPES.stream().anyMatch(word::startsWith);
  }

  private static boolean blank(String text) {
    return text.indexOf(' ') >= 0 || text.indexOf('\t') >= 0;
  }

  private void contig(VcfMetaLine line) {
    String id = line.text("ID");
    if (id.isEmpty()) {
      found.accept("##contig: ID is missing", Weight.FILE);
    } else if (blank(id)) {
      found.accept("##contig: ID holds a blank", Weight.FILE);
    } else if (minor >= 3 && id.indexOf('*') >= 0) {
      found.accept("##contig: ID holds a character that is not allowed", Weight.NOTE);
    }
  }

  private void sample(VcfMetaLine line) {
    VcfMetaLine.Field id = line.field("ID");
    boolean old = minor <= 2;
    if (id == null || id.mark() != 0) {
      found.accept("##SAMPLE: ID is missing", Weight.NOTE);
    } else if (blank(id.value()) || minor >= 3 && id.value().indexOf('*') >= 0) {
      found.accept("##SAMPLE: ID holds a character that is not allowed", Weight.NOTE);
    } else if (old && (line.field("Genomes") == null || marked(line, "Mixture"))) {
      found.accept("##SAMPLE: Genomes or Mixture is missing or quoted", Weight.NOTE);
    }
  }

  private static boolean marked(VcfMetaLine line, String name) {
    VcfMetaLine.Field field = line.field(name);
    return field == null || field.mark() != 0;
  }

  private void pedigree(VcfMetaLine line) {
    boolean fine = line.structured() && !line.fields().isEmpty();
    for (VcfMetaLine.Field field : line.fields()) {
      fine &= field.mark() == 0 && NAME.matcher(field.value()).matches();
    }
    if (!fine || minor >= 3 && line.field("ID") == null) {
      found.accept(
          "##PEDIGREE: a name is missing or holds a character that is not allowed", Weight.NOTE);
    }
  }

  private void meta(VcfMetaLine line) {
    if (!identified(line, List.of("ID", "Number", "Type", "Values"))) {
      return;
    }
    VcfMetaLine.Field values = line.field("Values");
    boolean words = VcfDefinition.of("", line.text("Number"), line.text("Type"), minor).isPresent();
    if (!words || values == null || values.mark() != '[') {
      found.accept("##META: Number, Type or Values is malformed", Weight.NOTE);
    }
  }

  private void address(VcfMetaLine line) {
    String address = line.structured() ? line.value() : line.value().strip();
    if (!URL.matcher(address).matches()) {
      found.accept(
          "##%s: not an address".formatted(line.key()),
          address.contains("://") || line.key().equals("pedigreeDB") ? Weight.FILE : Weight.NOTE);
    }
  }
}
