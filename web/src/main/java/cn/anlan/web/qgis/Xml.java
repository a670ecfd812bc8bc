package cn.anlan.web.qgis;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements one after the other; the platform's writer escapes what needs it. */
final class Xml {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;

  Xml() {
    try {
      out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("no XML writer", e);
    }
  }

  /** Attributes are names and values in turn. */
  Xml open(String element, String... attributes) {
    return write(
        () -> {
          out.writeStartElement(element);
          attributes(attributes);
        });
  }

  Xml close() {
    return write(out::writeEndElement);
  }

  /** An element without content. */
  Xml empty(String element, String... attributes) {
    return write(
        () -> {
          out.writeEmptyElement(element);
          attributes(attributes);
        });
  }

  /** An element with text only. */
  Xml text(String element, String content, String... attributes) {
    return write(
        () -> {
          out.writeStartElement(element);
          attributes(attributes);
          out.writeCharacters(content);
          out.writeEndElement();
        });
  }

  String document(String docType) {
    write(out::flush);
    return docType + "\n" + text + "\n";
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  private Xml write(Step step) {
    try {
      step.run();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to memory", e);
    }
  }
}
