package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.EntryRead;
import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.fhir.domain.ParsedBody;
import health.lifelong.ingestion.fhir.domain.Refusal;
import health.lifelong.ingestion.mapping.algorithm.ValueMapper;
import health.lifelong.ingestion.mapping.domain.ItemResolver;
import health.lifelong.ingestion.record.domain.PersonClaim;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes outcomes of a parsed FHIR R4 body (fhir-r4 README, rules 1 to 5; ingestion-formats section
 * 3). Pure: the same tree gives the same outcomes. A transaction is all or nothing; in every other
 * Bundle each entry stands alone.
 */
public final class FhirUnderstanding {
  private static final Set<String> BARE =
      Set.of("Patient", "Observation", "DiagnosticReport", "QuestionnaireResponse", "Specimen");

  private final ResourceReading resources;
  private final ZoneId zone;

  /**
   * @param items the sender's codes
   * @param mapper the sender's units
   * @param zone where times without offset are taken
   */
  public FhirUnderstanding(ItemResolver items, ValueMapper mapper, ZoneId zone) {
    this.resources = new ResourceReading(items, mapper);
    this.zone = zone;
  }

  /** Reads a body: a Bundle, or one resource of a type that is taken alone. */
  public FhirReading read(ParsedBody body) {
    return switch (body) {
      case ParsedBody.Refused refused -> FhirReading.refused("", "", refused.refusal());
      case ParsedBody.Tree tree -> read(tree);
    };
  }

  private FhirReading read(ParsedBody.Tree tree) {
    if (!(tree.root() instanceof JsonObject root)) {
      return FhirReading.refused(
          "", "", new Refusal("/", Reason.TYPE_MISMATCH, "a resource is an object"));
    }
    String type = root.textOrEmpty("resourceType");
    if (type.isEmpty()) {
      Refusal reason =
          faultOr(tree, new Refusal("/resourceType", Reason.FIELD_MISSING, "no resourceType"));
      return FhirReading.refused("", "", reason);
    }
    if (type.equals("Bundle")) {
      return bundle(root, tree);
    }
    RecordOutcome outcome = bare(root, tree, 0, "", logicalId -> null);
    EntryRead entry = new EntryRead(0, "/", type, root.textOrEmpty("id"), "POST", outcome);
    Refusal refusal =
        outcome instanceof Rejected no ? new Refusal(no.path(), no.reason(), no.detail()) : null;
    return new FhirReading(type, "", "", refusal, List.of(entry));
  }

  /**
   * Reads one resource that stands alone: a posted body, or a line of a bulk file.
   *
   * @param path place of the resource, empty for the root of a body
   * @param knownByLogicalId persons met earlier in the same file
   */
  public RecordOutcome bare(
      JsonObject resource,
      ParsedBody.Tree tree,
      int index,
      String path,
      Function<String, @Nullable PersonClaim> knownByLogicalId) {
    BundleEntry entry = BundleEntry.bare(index, path, resource);
    String type = entry.type();
    if (!BARE.contains(type)) {
      return new Rejected(
          index,
          entry.place("/resourceType"),
          Reason.TYPE_UNSUPPORTED,
          "resource type " + shown(type) + " not accepted alone");
    }
    if (!tree.faults().isEmpty()) {
      Refusal fault = tree.faults().getFirst();
      return new Rejected(index, entry.place(fault.path()), fault.reason(), fault.detail());
    }
    References references = new References(List.of());
    Subjects subjects = new Subjects(references, List.of(), false, knownByLogicalId);
    return resources.read(resource, entry, references, subjects, zone);
  }

  private FhirReading bundle(JsonObject bundle, ParsedBody.Tree tree) {
    String type = bundle.textOrEmpty("type");
    Optional<BundleKind> kind = BundleKind.of(type);
    if (kind.isEmpty()) {
      Refusal refusal =
          type.isEmpty()
              ? new Refusal("/type", Reason.FIELD_MISSING, "Bundle without type")
              : new Refusal(
                  "/type", Reason.TYPE_UNSUPPORTED, "Bundle type " + shown(type) + " not accepted");
      return FhirReading.refused("Bundle", type, refusal);
    }
    List<BundleEntry> entries = entries(bundle);
    Refusal outside = faultOutside(tree);
    if (outside != null) {
      return FhirReading.refused("Bundle", type, outside);
    }
    boolean allOrNothing = kind.get() == BundleKind.TRANSACTION;
    Optional<Refusal> broken = allOrNothing ? TransactionRules.broken(entries) : Optional.empty();
    if (broken.isPresent()) {
      return FhirReading.refused("Bundle", type, broken.get());
    }
    List<EntryRead> read = readEntries(entries, kind.get(), tree);
    if (allOrNothing) {
      for (EntryRead entry : read) {
        if (entry.outcome() instanceof Rejected no) {
          Refusal refusal = new Refusal(no.path(), no.reason(), no.detail());
          return FhirReading.refused("Bundle", type, refusal);
        }
      }
    }
    String identifier = Identifiers.key(bundle);
    return new FhirReading("Bundle", type, identifier, null, read);
  }

  private List<EntryRead> readEntries(
      List<BundleEntry> entries, BundleKind kind, ParsedBody.Tree tree) {
    References references = new References(entries);
    Subjects subjects = new Subjects(references, entries, kind.oneBody(), logicalId -> null);
    List<EntryRead> read = new ArrayList<>(entries.size());
    for (BundleEntry entry : entries) {
      RecordOutcome outcome = entry(entry, references, subjects, tree);
      read.add(
          new EntryRead(
              entry.index(), entry.place(""), entry.type(), entry.id(), entry.method(), outcome));
    }
    return read;
  }

  private RecordOutcome entry(
      BundleEntry entry, References references, Subjects subjects, ParsedBody.Tree tree) {
    boolean writes = entry.method().equals("POST") || entry.method().equals("PUT");
    if (!writes) {
      return rejected(entry, "", Reason.TYPE_UNSUPPORTED, "only POST and PUT are taken");
    }
    JsonObject resource = entry.resource();
    if (resource == null) {
      return rejected(entry, "", Reason.FIELD_MISSING, "entry without resource");
    }
    if (entry.type().isEmpty()) {
      return rejected(entry, "/resourceType", Reason.FIELD_MISSING, "no resourceType");
    }
    if (entry.contradictsItsUrl()) {
      return rejected(
          entry, "/id", Reason.VALUE_INVALID, "the id is not the one that the URL names");
    }
    String own = "/entry/" + entry.index() + "/";
    for (Refusal fault : tree.faults()) {
      if (fault.path().startsWith(own)) {
        return new Rejected(entry.index(), fault.path(), fault.reason(), fault.detail());
      }
    }
    return resources.read(resource, entry, references, subjects, zone);
  }

  private static Rejected rejected(BundleEntry entry, String below, Reason reason, String detail) {
    return new Rejected(entry.index(), entry.place(below), reason, detail);
  }

  private static List<BundleEntry> entries(JsonObject bundle) {
    List<BundleEntry> entries = new ArrayList<>();
    for (JsonObject entry : bundle.objects("entry")) {
      entries.add(BundleEntry.of(entries.size(), entry));
    }
    return entries;
  }

  private static @Nullable Refusal faultOutside(ParsedBody.Tree tree) {
    for (Refusal fault : tree.faults()) {
      if (!fault.path().startsWith("/entry/")) {
        return fault;
      }
    }
    return null;
  }

  private static Refusal faultOr(ParsedBody.Tree tree, Refusal other) {
    return tree.faults().isEmpty() ? other : tree.faults().getFirst();
  }

  /** A type as an answer may repeat it: a name of FHIR's form, never free text of a sender. */
  private static String shown(String type) {
    boolean plain =
        type.length() <= 40
            && type.chars().allMatch(c -> c == '-' || (c < 128 && Character.isLetter(c)));
    return plain ? type : "(unreadable)";
  }
}
