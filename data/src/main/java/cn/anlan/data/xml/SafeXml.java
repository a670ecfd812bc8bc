package cn.anlan.data.xml;

import cn.anlan.geo.fault.UserFault;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A pull reader of an XML file in UTF-8, whatever its declaration says. A document type is refused
 * before anything of it is read: neither a billion laughs nor an external entity gets as far as
 * being declared. Elements are known by their local names. Memory does not grow with the file.
 */
public final class SafeXml implements Closeable {
  private static final int DEEPEST = 100;
  private static final int LONGEST_TEXT = 50_000_000;
  private static final XMLInputFactory FACTORY = factory();

  private final String name;
  private final Reader source;
  private final XMLStreamReader reader;
  private int depth;

  /**
   * @param name what messages call the file
   * @throws UserFault where it is no XML
   */
  public SafeXml(Path utf8, String name) {
    this.name = name;
    try {
      this.source = Files.newBufferedReader(utf8);
      this.reader = FACTORY.createXMLStreamReader(withoutMark(source));
    } catch (XMLStreamException e) {
      throw broken(e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the delivered file", e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  private static Reader withoutMark(Reader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\ufeff') {
      reader.reset();
    }
    return reader;
  }

  /** Goes on to the next start or end of an element; false at the end of the file. */
  public boolean next() {
    try {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            deeper();
            return true;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return true;
          }
          case XMLStreamConstants.DTD -> throw documentType();
          default -> {}
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Whether the reader stands at the start of an element of this local name. */
  public boolean isStart(String element) {
    return reader.isStartElement() && reader.getLocalName().equals(element);
  }

  public boolean isStart() {
    return reader.isStartElement();
  }

  /** Whether the reader stands at the end of an element of this local name. */
  public boolean isEnd(String element) {
    return reader.isEndElement() && reader.getLocalName().equals(element);
  }

  public String element() {
    return reader.getLocalName();
  }

  /** The attribute of the element that begins here, of whatever namespace; null where it is not. */
  public String attribute(String attribute) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(attribute)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /**
   * All text inside the element that begins here, elements inside passed over; the reader then
   * stands at its end.
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    int outside = depth - 1;
    try {
      while (depth > outside) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> deeper();
          case XMLStreamConstants.END_ELEMENT -> depth--;
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            text.append(reader.getText());
            if (text.length() > LONGEST_TEXT) {
              throw new UserFault(name + " 有过长的文字 (text too long)", "检查文件是否正确");
            }
          }
          default -> {}
        }
      }
      return text.toString();
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Passes over the element that begins here. */
  public void skip() {
    int outside = depth - 1;
    while (depth > outside && next()) {
      // Only its end is wanted.
    }
  }

  /** The line that was read last. */
  public long line() {
    return reader.getLocation().getLineNumber();
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw new UserFault(name + " 的 XML 嵌套过深 (nested too deep)", "此文件可能是恶意的,不要使用");
    }
  }

  private UserFault documentType() {
    return new UserFault(
        name + " 含文档类型声明 DOCTYPE,不予读入 (document type refused: entities can explode or open files)",
        "此文件可能是恶意的;确需导入请从原系统重新导出");
  }

  private UserFault broken(XMLStreamException e) {
    var at = e.getLocation();
    String place =
        at == null ? "" : " 第 " + at.getLineNumber() + " 行第 " + at.getColumnNumber() + " 列";
    return new UserFault(name + place + "不是完整的 XML (broken XML)", "重新导出或传送该文件");
  }

  @Override
  public void close() {
    try {
      reader.close();
      source.close();
    } catch (XMLStreamException | IOException e) {
      throw new IllegalStateException("closing an XML file", e);
    }
  }
}
