package health.lifelong.ingestion.fhir.rest;

import health.lifelong.ingestion.fhir.domain.BodyParser;
import health.lifelong.ingestion.fhir.domain.FhirLimits;
import health.lifelong.ingestion.fhir.domain.ParsedBody;
import health.lifelong.ingestion.fhir.domain.Refusal;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * FHIR XML into the tree that FHIR JSON gives: {@code value} attributes become scalars, repeated
 * elements become arrays, an element that wraps a resource becomes that resource. No DOCTYPE, no
 * entity, nothing from outside.
 */
public final class XmlBodyParser implements BodyParser {
  private final FhirLimits limits;

  /** A parser with these limits. */
  public XmlBodyParser(FhirLimits limits) {
    this.limits = limits;
  }

  @Override
  public ParsedBody parse(byte[] body) {
    if (body.length > limits.bytes()) {
      return refused("/", Reason.TOO_LARGE, "body over " + limits.bytes() + " bytes");
    }
    try {
      XMLStreamReader events = factory().createXMLStreamReader(new StringReader(XmlText.of(body)));
      return new ParsedBody.Tree(new XmlTree(events, limits).root(), List.of());
    } catch (XmlRefused e) {
      return new ParsedBody.Refused(e.refusal());
    } catch (XMLStreamException e) {
      return refused(place(e.getLocation()), reason(e), "not well-formed XML");
    } catch (RuntimeException e) {
      // The JDK's parser lets some faults of hostile documents escape unchecked; the document is at
      // fault, not the service.
      return refused("/", Reason.XML_SYNTAX, "not well-formed XML");
    }
  }

  // Factories of the JDK are not promised to be safe to share; making one is cheap.
  private XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    // The parser stops where ours would: a million attributes are never held.
    factory.setProperty("jdk.xml.elementAttributeLimit", Integer.toString(limits.attributes() + 1));
    factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(limits.depth() + 2));
    factory.setProperty("jdk.xml.maxXMLNameLimit", Integer.toString(limits.nameLength()));
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    return factory;
  }

  /** Which of its limits the parser met: it says so by the number of its message. */
  private static Reason reason(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("JAXP00010002:")) {
      return Reason.XML_TOO_MANY_ATTRIBUTES;
    }
    if (message.contains("JAXP00010006:")) {
      return Reason.XML_TOO_DEEP;
    }
    return message.contains("JAXP00010005:") ? Reason.XML_TOO_LARGE_TOKEN : Reason.XML_SYNTAX;
  }

  // The JDK's messages repeat what was sent, so only the place is used.
  private static String place(Location location) {
    return location == null
        ? "/"
        : "line " + location.getLineNumber() + ", column " + location.getColumnNumber();
  }

  private static ParsedBody refused(String path, Reason reason, String detail) {
    return new ParsedBody.Refused(new Refusal(path, reason, detail));
  }
}
