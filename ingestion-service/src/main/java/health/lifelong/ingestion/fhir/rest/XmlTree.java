package health.lifelong.ingestion.fhir.rest;

import health.lifelong.ingestion.fhir.domain.FhirLimits;
import health.lifelong.ingestion.fhir.domain.JsonNode;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonArray;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonNull;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonText;
import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.fhir.domain.Refusal;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Builds the tree of one FHIR XML document from its events. */
final class XmlTree {
  static final String FHIR = "http://hl7.org/fhir";
  private static final String XINCLUDE = "http://www.w3.org/2001/XInclude";
  static final String XHTML = "http://www.w3.org/1999/xhtml";

  private final XMLStreamReader events;
  private final FhirLimits limits;
  private final XmlNarrative narrative;

  /**
   * First fault of structure: told only where the document is well-formed, since form comes before
   * structure.
   */
  private @Nullable XmlRefused misplaced;

  XmlTree(XMLStreamReader events, FhirLimits limits) {
    this.events = events;
    this.limits = limits;
    this.narrative = new XmlNarrative(events, limits);
  }

  /** The root resource. */
  JsonObject root() throws XMLStreamException, XmlRefused {
    int event = next();
    while (event != XMLStreamConstants.START_ELEMENT) {
      event = next();
    }
    checkNamespace();
    JsonObject root = resource(1);
    while (events.hasNext()) {
      next();
    }
    if (misplaced != null) {
      throw misplaced;
    }
    return root;
  }

  private int next() throws XMLStreamException, XmlRefused {
    int event = events.next();
    if (event == XMLStreamConstants.DTD) {
      throw refused(Reason.DOCTYPE_REFUSED, "a DOCTYPE is never read");
    }
    if (event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw refused(Reason.XML_SYNTAX, "an entity that is not declared");
    }
    return event;
  }

  private JsonObject resource(int depth) throws XMLStreamException, XmlRefused {
    List<String> names = new ArrayList<>();
    List<JsonNode> values = new ArrayList<>();
    names.add("resourceType");
    values.add(new JsonText(events.getLocalName()));
    members(depth, names, values);
    return JsonObject.of(names, values);
  }

  /** One element: its value, and what it holds beside a value. */
  private record Element(@Nullable String value, JsonObject members, boolean wrapsResource) {
    boolean isBare() {
      return value == null && members.size() == 0;
    }

    /** Only an id and extensions: a primitive without value. */
    boolean isExtensionOnly() {
      for (int i = 0; i < members.size(); i++) {
        String name = members.name(i);
        if (!name.equals("extension") && !name.equals("id")) {
          return false;
        }
      }
      return value == null;
    }

    JsonNode node() {
      if (value != null) {
        return new JsonText(value);
      }
      return isExtensionOnly() ? JsonNull.NULL : members;
    }

    JsonNode beside() {
      boolean primitive = value != null || isExtensionOnly();
      return primitive && members.size() > 0 ? members : JsonNull.NULL;
    }
  }

  private Element element(int depth) throws XMLStreamException, XmlRefused {
    String value = null;
    List<String> names = new ArrayList<>();
    List<JsonNode> values = new ArrayList<>();
    for (int i = 0; i < events.getAttributeCount(); i++) {
      String namespace = events.getAttributeNamespace(i);
      if (namespace != null && !namespace.isEmpty()) {
        continue;
      }
      switch (events.getAttributeLocalName(i)) {
        case "value" -> value = events.getAttributeValue(i);
        case "id", "url" -> {
          names.add(events.getAttributeLocalName(i));
          values.add(new JsonText(events.getAttributeValue(i)));
        }
        default -> {}
      }
    }
    JsonObject wrapped = members(depth, names, values);
    return wrapped == null
        ? new Element(value, JsonObject.of(names, values), false)
        : new Element(null, wrapped, true);
  }

  /** Reads up to the end of the current element; returns the resource where it wraps one. */
  private @Nullable JsonObject members(int depth, List<String> names, List<JsonNode> values)
      throws XMLStreamException, XmlRefused {
    checkElement(depth);
    JsonObject wrapped = null;
    Map<String, List<Element>> children = new LinkedHashMap<>();
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String name = events.getLocalName();
      if (XHTML.equals(events.getNamespaceURI()) && name.equals("div")) {
        names.add(name);
        values.add(new JsonText(narrative.div(depth + 1)));
        continue;
      }
      checkNamespace();
      if (Character.isUpperCase(name.charAt(0))) {
        if (wrapped != null) {
          misplace(Reason.VALUE_INVALID, "two resources in one place");
        }
        wrapped = resource(depth + 1);
        continue;
      }
      List<Element> same = children.computeIfAbsent(name, ignored -> new ArrayList<>(1));
      if (same.size() == limits.items()) {
        throw refused(Reason.TOO_LARGE, "an element over " + limits.items() + " times");
      }
      same.add(element(depth + 1));
    }
    children.forEach((name, same) -> put(name, same, names, values));
    return wrapped;
  }

  private static void put(
      String name, List<Element> same, List<String> names, List<JsonNode> values) {
    List<Element> said = same.stream().filter(element -> !element.isBare()).toList();
    add(name, said.stream().map(Element::node).toList(), names, values);
    add("_" + name, said.stream().map(Element::beside).toList(), names, values);
  }

  private static void add(
      String name, List<JsonNode> nodes, List<String> names, List<JsonNode> values) {
    boolean nothing = nodes.stream().allMatch(node -> node == JsonNull.NULL);
    if (!nothing) {
      names.add(name);
      values.add(nodes.size() == 1 ? nodes.getFirst() : new JsonArray(nodes));
    }
  }

  private void checkNamespace() {
    if (!FHIR.equals(events.getNamespaceURI())) {
      boolean inclusion = XINCLUDE.equals(events.getNamespaceURI());
      misplace(
          inclusion ? Reason.XML_UNKNOWN_ELEMENT : Reason.XML_NAMESPACE,
          "an element outside the namespace " + FHIR);
    }
  }

  private void misplace(Reason reason, String detail) {
    if (misplaced == null) {
      misplaced = refused(reason, detail);
    }
  }

  private void checkElement(int depth) throws XmlRefused {
    if (depth > limits.depth()) {
      throw refused(Reason.XML_TOO_DEEP, "nested deeper than " + limits.depth());
    }
    if (events.getAttributeCount() > limits.attributes()) {
      throw refused(
          Reason.XML_TOO_MANY_ATTRIBUTES,
          "an element with over " + limits.attributes() + " attributes");
    }
  }

  private XmlRefused refused(Reason reason, String detail) {
    String place =
        "line "
            + events.getLocation().getLineNumber()
            + ", column "
            + events.getLocation().getColumnNumber();
    return new XmlRefused(new Refusal(place, reason, detail));
  }
}
