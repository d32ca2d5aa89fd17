package health.lifelong.ingestion.lifestyle.app;

import health.lifelong.ingestion.lifestyle.algorithm.AppleElements;
import health.lifelong.ingestion.lifestyle.algorithm.AppleElements.Attributes;
import health.lifelong.ingestion.lifestyle.algorithm.AppleXmlText;
import health.lifelong.ingestion.record.domain.FileRefusedException;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Pulls the elements of an export out of its XML. No document type, no entity, no network: there is
 * none left to read.
 */
final class AppleXml {
  private static final int DEEPEST = 64;

  private AppleXml() {}

  /**
   * Reads one XML document.
   *
   * @return false where it broke off and what came before was kept
   * @throws FileRefusedException where it is no export, or one that must not be read
   */
  static boolean read(InputStream bytes, AppleElements elements) throws IOException {
    boolean rootSeen = false;
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new AppleXmlText(bytes));
      try {
        int event = xml.next();
        while (event != XMLStreamConstants.START_ELEMENT) {
          event = xml.next();
        }
        rootSeen = xml.getLocalName().equals("HealthData");
        if (!rootSeen) {
          throw new FileRefusedException(
              Reason.FORMAT_UNKNOWN, "", "the root element is not HealthData");
        }
        children(xml, elements);
        return true;
      } finally {
        xml.close();
      }
    } catch (XMLStreamException broken) {
      return brokenOff(rootSeen, broken);
    } catch (EOFException | ZipException cutOff) {
      return brokenOff(rootSeen, cutOff);
    }
  }

  private static boolean brokenOff(boolean rootSeen, Exception cause) throws IOException {
    // the parser keeps what the stream threw as its nested exception, not as its cause
    Throwable inner = cause instanceof XMLStreamException xml ? xml.getNestedException() : cause;
    boolean archive = inner instanceof EOFException || inner instanceof ZipException;
    if (inner instanceof IOException unreadable && !archive) {
      throw unreadable;
    }
    if (!rootSeen) {
      throw new FileRefusedException(Reason.XML_SYNTAX, "", "not the XML of an export");
    }
    return false;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    // The limits guard against entities, of which there are none; an export holds millions of &lt;
    // in device names.
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.entityExpansionLimit", "0");
    return factory;
  }

  private static void children(XMLStreamReader xml, AppleElements elements)
      throws XMLStreamException, IOException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        child(xml, elements);
      }
    }
  }

  private static void child(XMLStreamReader xml, AppleElements elements)
      throws XMLStreamException, IOException {
    switch (xml.getLocalName()) {
      case "Record" -> {
        Attributes attributes = copy(xml);
        elements.record(attributes, isManual(xml));
      }
      case "Workout" -> {
        Attributes attributes = copy(xml);
        skip(xml);
        elements.workout(attributes);
      }
      case "ActivitySummary" -> {
        Attributes attributes = copy(xml);
        skip(xml);
        elements.activitySummary(attributes);
      }
      // A correlation repeats records that also stand alone.
      default -> skip(xml);
    }
  }

  private static Attributes copy(XMLStreamReader xml) {
    Map<String, String> attributes = HashMap.newHashMap(xml.getAttributeCount());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    return attributes::get;
  }

  /** Reads to the end of a Record and tells whether its metadata say that it was typed in. */
  private static boolean isManual(XMLStreamReader xml) throws XMLStreamException, IOException {
    boolean manual = false;
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth = deeper(depth);
        manual |=
            xml.getLocalName().equals("MetadataEntry")
                && "HKWasUserEntered".equals(xml.getAttributeValue(null, "key"))
                && "1".equals(xml.getAttributeValue(null, "value"));
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    return manual;
  }

  private static void skip(XMLStreamReader xml) throws XMLStreamException, IOException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth = deeper(depth);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private static int deeper(int depth) throws FileRefusedException {
    if (depth >= DEEPEST) {
      throw new FileRefusedException(Reason.XML_TOO_DEEP, "", "elements are nested too deep");
    }
    return depth + 1;
  }
}
