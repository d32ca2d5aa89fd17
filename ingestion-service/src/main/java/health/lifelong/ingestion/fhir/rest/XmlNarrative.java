package health.lifelong.ingestion.fhir.rest;

import health.lifelong.ingestion.fhir.domain.FhirLimits;
import health.lifelong.ingestion.fhir.domain.Refusal;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Writes the XHTML of a narrative as the text that FHIR JSON carries. */
final class XmlNarrative {
  private final XMLStreamReader events;
  private final FhirLimits limits;

  XmlNarrative(XMLStreamReader events, FhirLimits limits) {
    this.events = events;
    this.limits = limits;
  }

  /**
   * The current {@code div} with all it holds; comments are dropped, so that text on both sides
   * joins.
   */
  String div(int outerDepth) throws XMLStreamException, XmlRefused {
    StringBuilder text = new StringBuilder();
    int depth = outerDepth;
    open(text, depth, true);
    int inside = 1;
    while (inside > 0) {
      switch (events.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          inside++;
          open(text, ++depth, false);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          inside--;
          depth--;
          text.append("</").append(events.getLocalName()).append('>');
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            escaped(events.getText(), text);
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw refused(Reason.XML_SYNTAX, "an entity that is not declared");
        default -> {}
      }
    }
    return text.toString();
  }

  private void open(StringBuilder text, int depth, boolean root) throws XmlRefused {
    if (depth > limits.depth()) {
      throw refused(Reason.XML_TOO_DEEP, "nested deeper than " + limits.depth());
    }
    if (events.getAttributeCount() > limits.attributes()) {
      throw refused(
          Reason.XML_TOO_MANY_ATTRIBUTES,
          "an element with over " + limits.attributes() + " attributes");
    }
    text.append('<').append(events.getLocalName());
    if (root) {
      text.append(" xmlns=\"").append(XmlTree.XHTML).append('"');
    }
    for (int i = 0; i < events.getAttributeCount(); i++) {
      text.append(' ').append(events.getAttributeLocalName(i)).append("=\"");
      escaped(events.getAttributeValue(i), text);
      text.append('"');
    }
    text.append('>');
  }

  private static void escaped(String raw, StringBuilder text) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      switch (c) {
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '&' -> text.append("&amp;");
        case '"' -> text.append("&quot;");
        default -> text.append(c);
      }
    }
  }

  private XmlRefused refused(Reason reason, String detail) {
    String place = "line " + events.getLocation().getLineNumber();
    return new XmlRefused(new Refusal(place, reason, detail));
  }
}
